import { batch } from '@preact/signals-core'
import type { Told } from './contract.ts'
import type { Loading } from './loading.ts'
import { shown } from './state/columns.ts'
import type { Desk } from './state/desk.ts'
import { isMine, withSummaries } from './state/lists.ts'
import { type News, newsOf } from './state/news.ts'
import { act, follow } from './state/talk.ts'

interface HearingParts {
  loading: Loading
  /** What this agent has just taken by themselves. */
  own: Set<string>
  /** Somebody looks at the page. */
  isSeen(): boolean
  call(news: readonly News[]): void
}

/** What the stream tells becomes what the desk knows: all that came at once in one go. */
export function createHearing(desk: Desk, { loading, own, isSeen, call }: HearingParts) {
  // What another has taken is news to whoever comes in.
  desk.me.subscribe(() => own.clear())
  return (told: readonly Told[]): void => {
    const news = newsOf(told, { summaries: desk.summaries.peek(), me: desk.me.peek(), own })
    batch(() => {
      const summaries = told.flatMap(one => (one.event === 'entries' ? [one.data.summary] : []))
      desk.summaries.value = withSummaries(desk.summaries.peek(), summaries)
      for (const one of told) hear(desk, loading, one)
      countUnread(desk, news, isSeen())
    })
    letGo(desk, own)
    const looked = isSeen() ? lookedAt(desk) : []
    call(news.filter(({ is, about }) => is !== 'message' || !looked.includes(about.id)))
  }
}

function hear(desk: Desk, loading: Loading, told: Told): void {
  if (told.event === 'people') desk.people.value = told.data.people
  if (told.event === 'people' || told.event === 'bye') return
  const talk = desk.talks.get(told.data.conversation)
  if (!talk) return
  if (told.event === 'activity') return act(talk, told.data)
  // A log that is on its way will hold these too; where some are missing, or could not be read, they are asked for.
  const isThere = talk.entries.peek().length > 0
  const isMissing = isThere && !follow(talk, told.data.entries)
  if (isMissing || talk.loading.peek() === 'failed') void loading.catchUp(talk.id)
}

/** Whom this agent took, and has no more: if they are given back, that is news. */
function letGo({ summaries, me }: Desk, own: Set<string>): void {
  for (const id of own) {
    const known = summaries.peek().get(id)
    if (known && known.phase !== 'waiting' && !isMine(known, me.peek())) own.delete(id)
  }
}

/** The conversations that somebody looks at who looks at the page. */
export function lookedAt(desk: Desk): readonly string[] {
  const isElsewhere = desk.place.peek().page !== 'desk'
  if (isElsewhere || (desk.phone.peek() && desk.pane.peek() === 'list')) return []
  const ids = shown(desk.columns.peek(), desk.room.peek())
  return ids.filter(id => desk.talks.get(id)?.view.atEnd.peek())
}

function countUnread(desk: Desk, news: readonly News[], isSeen: boolean): void {
  const looked = isSeen ? lookedAt(desk) : []
  const counts = news.filter(({ is, about }) => is !== 'waiting' && !looked.includes(about.id))
  if (!counts.length) return
  const unread = new Map(desk.unread.peek())
  for (const { about, count } of counts)
    unread.set(about.id, (unread.get(about.id) ?? 0) + Math.max(1, count))
  desk.unread.value = unread
}

/** What is looked at is read. */
export function markRead(desk: Desk): void {
  const unread = desk.unread.peek()
  const read = lookedAt(desk).filter(id => unread.has(id))
  if (!read.length) return
  desk.unread.value = new Map([...unread].filter(([id]) => !read.includes(id)))
}
