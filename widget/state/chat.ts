import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { initial, known, type State } from '../connection/state.ts'
import type { Words } from '../words/en.ts'
import { bannerOf } from './banner.ts'
import type { Filled } from './form.ts'
import { type Phase, phaseOf } from './phase.ts'
import { answered, type Row, rowsOf } from './rows.ts'
import { unreadOf } from './unread.ts'

/** What the visitor can do. */
export interface Verbs {
  say(text: string, of?: number): void
  press(seq: number, action: number, label: string): void
  retry(id: string): void
  discard(id: string): void
  fresh(): void
  key(): void
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
  /** How many rows are drawn at most. */
  shown: Signal<number>
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
    shown: signal(200),
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
  const looking = computed(() => (open.value && visible.value && atEnd.value ? known(link.value.view) : 0))
  const seen = computed(() => Math.max(link.value.view.seen, link.value.seen.here, looking.value))
  return {
    phase: computed(() => phaseOf(lines.value, link.value.view.base)),
    rows: computed(() => rowsOf(lines.value, unsent.value)),
    answered: computed(() => answered(lines.value, unsent.value)),
    loading: computed(() => known(link.value.view) < link.value.view.head),
    looking,
    unread: computed(() => unreadOf(lines.value, seen.value))
  }
}
