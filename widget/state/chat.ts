import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { initial, known, type State } from '../connection/state.ts'
import type { Words } from '../words/en.ts'
import { bannerOf } from './banner.ts'
import type { Filled } from './form.ts'
import { followNews, type News } from './news.ts'
import { followPhase, type Phase } from './phase.ts'
import { followAnswered, followRows, type Row } from './rows.ts'
import { unreadOf } from './unread.ts'
import { createWindow, type LogWindow } from './window.ts'

/** What the visitor can do. */
export interface Verbs {
  say(text: string, of?: number): void
  press(seq: number, action: number, label: string): void
  retry(id: string): void
  discard(id: string): void
  fresh(): void
  key(): void
  /** What stands before the first line that is known. */
  older(): void
  close(): void
}

/** All that is shown. What is computed tells its readers only when it has become another. */
export interface ChatState {
  words: Words
  title: ReadonlySignal<string>
  /** The connection's state, from which most of the rest follows. */
  link: Signal<State>
  open: Signal<boolean>
  /** The page is looked at. */
  visible: Signal<boolean>
  /** The end of the log is on the screen. */
  atEnd: Signal<boolean>
  /** The part of the rows that is drawn. */
  window: LogWindow
  /** The row that is pointed at, or has the focus. */
  pointed: Signal<string | undefined>
  /** The row whose text was copied last. */
  copied: Signal<string | undefined>
  /** The long texts that the visitor wants in full, by their rows. */
  unfolded: Signal<ReadonlySet<string>>
  draft: Signal<string>
  /** The forms that are being filled in, by their seq. */
  forms: Signal<Readonly<Record<number, Filled>>>
  live: ReadonlySignal<boolean>
  banner: ReadonlySignal<string | undefined>
  typing: ReadonlySignal<State['typing']>
  /** By how many characters the draft is too long. */
  over: ReadonlySignal<number>
  /** The draft may be sent. */
  ready: ReadonlySignal<boolean>
  phase: ReadonlySignal<Phase>
  rows: ReadonlySignal<readonly Row[]>
  answered: ReadonlySignal<ReadonlySet<number>>
  /** The newest of the visitor's own, whose row shows how far it has come. */
  newestMine: ReadonlySignal<string | undefined>
  /** What is to be read aloud. */
  news: ReadonlySignal<readonly News[]>
  /** There are older lines at the relay; and they are on their way. */
  more: ReadonlySignal<boolean>
  fetching: ReadonlySignal<boolean>
  /** There is more of the log to come. */
  loading: ReadonlySignal<boolean>
  /** The newest place that the visitor is looking at right now; 0 for none. */
  looking: ReadonlySignal<number>
  unread: ReadonlySignal<number>
}
export type Chat = ChatState & Verbs

export interface ChatOptions {
  words: Words
  /** The page's own title for the panel, if it has one. */
  title: string | undefined
  draft: string
  visible: boolean
}

export function createChatState({ words, title, ...options }: ChatOptions): ChatState {
  const link = signal(initial([]))
  const given = {
    words,
    link,
    open: signal(false),
    visible: signal(options.visible),
    atEnd: signal(true),
    pointed: signal<string | undefined>(undefined),
    copied: signal<string | undefined>(undefined),
    unfolded: signal<ReadonlySet<string>>(new Set()),
    draft: signal(options.draft),
    forms: signal({})
  }
  const view = computed(() => link.value.view)
  return {
    ...given,
    title: computed(() => title ?? view.value.site?.title ?? words.title),
    live: computed(() => link.value.link.is === 'live'),
    banner: computed(() => bannerOf(link.value, words)),
    typing: computed(() => link.value.typing),
    ...draftOf(given.draft, link),
    ...logOf(given)
  }
}

function draftOf(draft: Signal<string>, link: Signal<State>) {
  const over = computed(() => Math.max(0, draft.value.length - (link.value.view.site?.maxText ?? Infinity)))
  return { over, ready: computed(() => draft.value.trim() !== '' && over.value === 0) }
}

type Given = Pick<ChatState, 'link' | 'open' | 'visible' | 'atEnd'>

function logOf({ link, open, visible, atEnd }: Given) {
  const lines = computed(() => link.value.view.lines)
  const unsent = computed(() => link.value.unsent)
  const [phase, rowsIn, answered, news] = [followPhase(), followRows(), followAnswered(), followNews()]
  const rows = computed(() => rowsIn(lines.value, unsent.value))
  const looking = computed(() => (open.value && visible.value && atEnd.value ? known(link.value.view) : 0))
  const seen = computed(() => Math.max(link.value.view.seen, link.value.seen.here, looking.value))
  return {
    phase: computed(() => phase(lines.value, link.value.view.base)),
    rows,
    window: createWindow({ rows, atEnd }),
    newestMine: computed(() => rows.value.findLast(({ by }) => by === 'visitor')?.key),
    answered: computed(() => answered(lines.value, unsent.value)),
    news: computed(() => news(link.value.view, open.value)),
    more: computed(() => link.value.view.from > 1),
    fetching: computed(() => link.value.older),
    loading: computed(() => known(link.value.view) < link.value.view.head),
    looking,
    unread: computed(() => unreadOf(lines.value, seen.value))
  }
}
