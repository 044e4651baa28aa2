import { moved } from './state/columns.ts'
import type { Desk, Given } from './state/desk.ts'
import type { KeyDeed } from './state/keys.ts'
import { isMine, neighbour } from './state/lists.ts'
import { words } from './words/en.ts'

/** Does what a key stands for, wherever the focus is. */
export function runKey(given: Given, deed: KeyDeed): void {
  const { desk } = given
  const { active } = desk.columns.peek()
  if (active !== undefined && runInConversation(given, deed, active)) return
  runAnywhere(given, deed)
}

function runAnywhere({ desk, deeds }: Given, deed: KeyDeed): void {
  switch (deed) {
    case 'help':
      return deeds.ask({ is: 'keys' })
    case 'settings':
      return deeds.ask({ is: 'settings' })
    case 'waiting':
    case 'mine':
    case 'all':
      return deeds.show(deed)
    case 'presence':
      return deeds.presence()
    case 'signOut':
      return deeds.signOut()
    case 'down':
    case 'up':
      return deeds.point(neighbourOf(desk, deed === 'down' ? 1 : -1))
    case 'beside': {
      const pointed = desk.pointed.peek()
      return pointed === undefined ? undefined : deeds.open(pointed, true)
    }
    case 'takeNext':
      return takeNext({ desk, deeds })
    case 'unread':
      return goToUnread({ desk, deeds })
    default:
      return undefined
  }
}

const neighbourOf = (desk: Desk, by: 1 | -1): string | undefined =>
  neighbour(desk.lists[desk.list.peek()].peek(), desk.pointed.peek(), by)?.id

function takeNext({ desk, deeds }: Given): void {
  const longest = desk.lists.waiting.peek()[0]
  if (!longest) {
    desk.notice.value = words.column.nobodyWaits
    return
  }
  deeds.open(longest.id, true)
  deeds.take(longest.id)
}

function goToUnread({ desk, deeds }: Given): void {
  const [id] = [...desk.unread.peek().keys()]
  if (id === undefined) desk.notice.value = words.column.nothingUnread
  else deeds.open(id, true)
}

/** Whether it is something that is done to a conversation. */
function runInConversation({ desk, deeds }: Given, deed: KeyDeed, id: string): boolean {
  const talk = desk.talks.get(id)
  const summary = desk.summaries.peek().get(id)
  if (!talk || !summary) return false
  const mine = isMine(summary, desk.me.peek())
  const write = (mode: 'say' | 'note', text = talk.draft.peek()) => {
    talk.mode.value = mode
    deeds.write(id, text, text.length)
    desk.wish.value = `say:${id}`
  }
  const does: Partial<Record<KeyDeed, () => void>> = {
    take: () => void (summary.phase === 'waiting' && deeds.take(id)),
    reply: () => write('say'),
    note: () => write('note'),
    attach() {
      if (!mine) return
      talk.mode.value = 'say'
      desk.wish.value = `attach:${id}`
    },
    swap: () => write(talk.mode.peek() === 'say' ? 'note' : 'say'),
    canned: () => write('say', talk.draft.peek() === '' ? '/' : `${talk.draft.peek()} /`),
    about: () => void (talk.view.about.value = !talk.view.about.peek()),
    handback: () => void (mine && deeds.ask({ is: 'handback', id })),
    transfer: () => void (mine && deeds.ask({ is: 'transfer', id })),
    end: () => void (mine && deeds.ask({ is: 'close', id })),
    leave: () => deeds.leave(id),
    newest: () => deeds.newest(id),
    left: () => step(desk, -1),
    right: () => step(desk, 1)
  }
  does[deed]?.()
  return does[deed] !== undefined
}

function step(desk: Desk, by: 1 | -1): void {
  desk.columns.value = moved(desk.columns.peek(), by)
  const { active } = desk.columns.peek()
  if (active !== undefined) desk.wish.value = `log:${active}`
}
