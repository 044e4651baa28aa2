import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type { Activity, Entry } from '../contract.ts'
import { type Row, Rows } from './rows.ts'
import { type Anchor, type Drawn, RowWindow } from './window.ts'

/** What an agent said or noted, and the log does not hold yet. */
export interface Outgoing {
  id: string
  verb: 'say' | 'note'
  text: string
  /** In place of the text. */
  file?: { id: string; name: string }
  state: { is: 'sending' } | { is: 'failed'; says?: string }
}

/** A file that was chosen, and goes with what is said next. */
export interface AttachedFile {
  key: string
  name: string
  /** `part`: how much of it has gone, from 0 to 1; `file`: the relay's id of it. */
  state: { is: 'sending'; part: number } | { is: 'ready'; file: string } | { is: 'failed'; says: string }
}

type Loading = 'first' | 'earlier' | 'failed' | undefined

/** One conversation that is open, or was: its log as far as it is here, and what is being written. */
export interface Talk {
  id: string
  entries: Signal<readonly Entry[]>
  loading: Signal<Loading>
  /** The log has more at its beginning. */
  hasEarlier: ReadonlySignal<boolean>
  pending: Signal<readonly Outgoing[]>
  rows: ReadonlySignal<readonly Row[]>
  /** Who types, beside this agent. */
  typing: Signal<'visitor' | 'bot' | undefined>
  /** By when that was seen first since it was told last. */
  typedAt: number | undefined
  /** How far the visitor has read. */
  seen: Signal<number>
  draft: Signal<string>
  /** What was to be handed back with it, and could not be. */
  forBot: Signal<string>
  attached: Signal<readonly AttachedFile[]>
  /** Files are held over it, and can be let go. */
  isDropping: Signal<boolean>
  mode: Signal<'say' | 'note'>
  /** Of the canned replies: the one that Enter takes, or -1 when nobody wants any. */
  choice: Signal<number>
  cursor: Signal<number>
  view: View
}

/** What of the log is on the screen. */
interface View {
  window: RowWindow
  drawn: ReadonlySignal<Drawn>
  /** Whoever is at the end stays there, whatever comes. */
  atEnd: Signal<boolean>
  seen: Signal<{ top: number; height: number }>
  /** Where the reader is, unless at the end. */
  anchor: Anchor | undefined
  /** What came while the reader was elsewhere. */
  fresh: Signal<number>
  about: Signal<boolean>
}

/** What is drawn beyond what is seen, px. */
export const marginPx = 500

export function createTalk(id: string): Talk {
  const entries = signal<readonly Entry[]>([])
  const pending = signal<readonly Outgoing[]>([])
  const made = new Rows()
  const rows = computed(() => made.of(entries.value, pending.value))
  const window = new RowWindow()
  const atEnd = signal(true)
  const seen = signal({ top: 0, height: 700 })
  const drawn = computed(() => {
    window.adopt(rows.value)
    const { top, height } = seen.value
    return window.drawn({ top: atEnd.value ? window.total - height : top, height }, marginPx)
  })
  return {
    id,
    entries,
    loading: signal<Loading>(undefined),
    hasEarlier: computed(() => hasMoreBefore(entries.value[0])),
    pending,
    rows,
    typing: signal(undefined),
    typedAt: undefined,
    seen: signal(0),
    draft: signal(''),
    forBot: signal(''),
    attached: signal([]),
    isDropping: signal(false),
    mode: signal('say'),
    choice: signal(0),
    cursor: signal(0),
    view: { window, drawn, atEnd, seen, anchor: undefined, fresh: signal(0), about: signal(false) }
  }
}

/** Whether there is anything to send; a note has no files, and what failed goes nowhere. */
export const hasToSend = ({ draft, mode, attached }: Talk): boolean =>
  draft.value.trim() !== '' ||
  (mode.value === 'say' && attached.value.some(({ state }) => state.is !== 'failed'))

const hasMoreBefore = (first: Entry | undefined): boolean =>
  first !== undefined && first.seq > 1 && first.kind !== 'erased'

const endsTyping = new Set<string>(['message', 'postback', 'handover', 'taken', 'handback', 'closed'])

/** Entries that follow what is here. False: some between are missing, and have to be asked for. */
export function follow(talk: Talk, more: readonly Entry[]): boolean {
  const known = talk.entries.peek()
  const last = known.at(-1)?.seq ?? 0
  const news = more.filter(({ seq }) => seq > last)
  if (!news.length) return true
  const tombstone = news.find(({ kind }) => kind === 'erased')
  if (tombstone) return forget(talk, tombstone)
  if (known.length && news[0]?.seq !== last + 1) return false
  talk.entries.value = [...known, ...news]
  const ids = new Set(news.flatMap(entry => ('id' in entry ? [entry.id] : [])))
  if (talk.pending.peek().some(({ id }) => ids.has(id)))
    talk.pending.value = talk.pending.peek().filter(({ id }) => !ids.has(id))
  if (news.some(entry => entry.kind === 'handback' && entry.why === 'agent')) talk.forBot.value = ''
  if (news.some(({ kind }) => endsTyping.has(kind))) talk.typing.value = undefined
  if (!talk.view.atEnd.peek()) talk.view.fresh.value += news.length
  return true
}

/** What was to be said is not, also of what waits for its turn already. */
export function abandon({ attached, pending }: Talk): void {
  pending.value = []
  attached.value = []
}

/** Of what stood here nothing is left, nor of what was to be said. */
function forget(talk: Talk, tombstone: Entry): true {
  talk.entries.value = [tombstone]
  abandon(talk)
  talk.draft.value = ''
  talk.forBot.value = ''
  talk.typing.value = undefined
  talk.view.fresh.value = 0
  return true
}

/** Entries that come before what is here, unless they were erased meanwhile. */
export function precede(talk: Talk, more: readonly Entry[]): void {
  if (talk.entries.peek()[0]?.kind === 'erased') return
  const first = talk.entries.peek()[0]?.seq ?? Infinity
  const older = more.filter(({ seq }) => seq < first)
  if (older.length) talk.entries.value = [...older, ...talk.entries.peek()]
}

export function act(talk: Talk, activity: Activity): void {
  if (activity.kind === 'seen') talk.seen.value = Math.max(talk.seen.peek(), activity.seq)
  if (activity.kind !== 'typing' || activity.by === 'agent') return
  talk.typedAt = undefined
  if (activity.state === 'start') talk.typing.value = activity.by
  else if (talk.typing.peek() === activity.by) talk.typing.value = undefined
}

/** Who types says so every 5 s. */
const typingMs = 10_000

/** Whoever has not said for long that they type does so no more: their `stop` was lost. */
export function fade(talk: Talk, now: number): void {
  if (talk.typing.peek() === undefined) return
  talk.typedAt ??= now
  if (now - talk.typedAt >= typingMs) talk.typing.value = undefined
}
