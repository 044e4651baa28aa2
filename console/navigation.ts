import { batch, effect } from '@preact/signals-core'
import type { Me } from './contract.ts'
import { lookedAt, markRead } from './hearing.ts'
import type { Loading } from './loading.ts'
import { hashOf, left, opened, openIn, phoneBelow, roomIn, shown } from './state/columns.ts'
import type { Deeds, Desk } from './state/desk.ts'
import { isMine, type ListName } from './state/lists.ts'
import { atDesk, hashOfPage, placeIn } from './state/place.ts'

type Ways = Pick<Deeds, 'go' | 'show' | 'point' | 'open' | 'activate' | 'leave' | 'backToList'>

/** Where the agent is: in which list, in which columns; on a phone, in which of the two panes. */
export function createNavigation(
  desk: Desk,
  loading: Loading
): Ways & { restore(me: Me): void; settle(): void } {
  fit(desk)
  watch(desk)

  const settle = () => {
    if (desk.place.peek().page !== 'desk') return
    const { active } = desk.columns.peek()
    desk.wish.value = active !== undefined && desk.pane.peek() === 'talk' ? focusIn(desk, active) : 'list'
  }
  return {
    settle,
    go: (page, rest) => goToPage(desk, hashOfPage(page, rest)),
    open(id, beside = false) {
      loading.talk(id)
      open(desk, id, beside)
    },
    backToList: () => backToList(desk),
    show: list => showList(desk, list),
    point(id) {
      batch(() => {
        desk.pointed.value = id
        desk.wish.value = 'list'
      })
    },
    activate(id) {
      if (desk.columns.peek().active !== id) desk.columns.value = { ...desk.columns.peek(), active: id }
    },
    leave(id) {
      if (desk.phone.peek()) return backToList(desk)
      batch(() => {
        desk.columns.value = left(desk.columns.peek(), id)
        settle()
      })
    },
    restore(me) {
      arrive(desk, me)
      const ids = openIn(location.hash)
      for (const id of ids) loading.talk(id)
      batch(() => {
        if (ids.length) desk.columns.value = { open: ids, active: ids[0] }
        desk.pane.value = ids.length ? 'talk' : 'list'
      })
    }
  }
}

/** Where the address leads; agents to the desk, whatever it says. */
function arrive(desk: Desk, me: Me | undefined): void {
  desk.place.value = me?.role === 'operator' ? placeIn(location.hash) : atDesk
}

function goToPage(desk: Desk, hash: string): void {
  if (hash === location.hash) return
  history.pushState(null, '', location.pathname + hash)
  arrive(desk, desk.me.peek())
}

function goToDesk(desk: Desk): void {
  if (desk.place.peek().page === 'desk') return
  history.pushState(null, '', location.pathname)
  desk.place.value = atDesk
}

function open(desk: Desk, id: string, beside: boolean): void {
  batch(() => {
    goToDesk(desk)
    desk.columns.value = opened(desk.columns.peek(), id, { beside, room: desk.room.peek() })
    desk.pointed.value = id
    desk.wish.value = focusIn(desk, id)
    if (desk.phone.peek() && desk.pane.peek() === 'list') history.pushState('talk', '', hashOf([id]))
    desk.pane.value = 'talk'
  })
}

function showList(desk: Desk, list: ListName): void {
  batch(() => {
    goToDesk(desk)
    desk.list.value = list
    desk.listSeen.value = { ...desk.listSeen.peek(), first: 0 }
    desk.pointed.value = desk.lists[list].peek()[0]?.id
    desk.wish.value = 'list'
    if (desk.phone.peek() && desk.pane.peek() === 'talk') backToList(desk)
  })
}

function backToList(desk: Desk): void {
  if (history.state === 'talk') history.back()
  else showPane(desk)
}

/** Whoever answers wants to write; whoever looks wants the keys. A phone's keyboard hides what is to be read. */
function focusIn(desk: Desk, id: string): string {
  const summary = desk.summaries.peek().get(id)
  const answers = !!summary && isMine(summary, desk.me.peek()) && !desk.phone.peek()
  return `${answers ? 'say' : 'log'}:${id}`
}

function showPane(desk: Desk): void {
  batch(() => {
    desk.pane.value = 'list'
    desk.wish.value = 'list'
  })
}

function fit(desk: Desk): void {
  const measure = () =>
    batch(() => {
      desk.phone.value = window.innerWidth < phoneBelow
      desk.room.value = roomIn(window.innerWidth)
    })
  measure()
  window.addEventListener('resize', measure)
}

function watch(desk: Desk): void {
  window.addEventListener('popstate', () => {
    arrive(desk, desk.me.peek())
    if (desk.place.peek().page !== 'desk') return
    if (history.state !== 'talk') showPane(desk)
    else desk.pane.value = 'talk'
  })
  effect(() => {
    const { open } = desk.columns.value
    const ids = desk.phone.value && desk.pane.value === 'list' ? [] : shownOnly(desk, open)
    if (desk.screen.value !== 'desk' || desk.place.value.page !== 'desk') return
    history.replaceState(history.state, '', location.pathname + hashOf(ids))
  })
  effect(() => {
    // Whatever comes to be looked at is read: another column, another pane, the end of a log.
    const ids = shown(desk.columns.value, desk.room.value)
    for (const id of ids) void desk.talks.get(id)?.view.atEnd.value
    void desk.place.value
    void desk.pane.value
    void desk.phone.value
    if (!document.hidden && lookedAt(desk).length) markRead(desk)
  })
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) markRead(desk)
  })
}

const shownOnly = (desk: Desk, open: readonly string[]): readonly string[] =>
  desk.phone.value ? shown(desk.columns.value, 1) : open
