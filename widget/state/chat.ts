import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { initial, known, type State } from '../connection/state.ts'
import type { Words } from '../words/en.ts'
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

/** All that is shown, and all that can be done about it. */
export interface ChatState {
  words: Words
  /** The page's own title for the panel, if it has one. */
  title: string | undefined
  link: Signal<State>
  open: Signal<boolean>
  /** The page is looked at. */
  visible: Signal<boolean>
  /** The end of the log is on the screen. */
  atEnd: Signal<boolean>
  draft: Signal<string>
  phase: ReadonlySignal<Phase>
  rows: ReadonlySignal<readonly Row[]>
  answered: ReadonlySignal<ReadonlySet<number>>
  known: ReadonlySignal<number>
  /** The newest place that the visitor is looking at right now; 0 for none. */
  looking: ReadonlySignal<number>
  unread: ReadonlySignal<number>
}

export interface ChatOptions {
  words: Words
  title: string | undefined
  draft: string
  visible: boolean
}

export function createChatState(options: ChatOptions): ChatState {
  const link = signal(initial([]))
  const open = signal(false)
  const visible = signal(options.visible)
  const atEnd = signal(true)
  // Each of its own, so that what did not change is not computed again.
  const lines = computed(() => link.value.view.lines)
  const unsent = computed(() => link.value.unsent)
  const newest = computed(() => known(link.value.view))
  const seen = computed(() => Math.max(link.value.view.seen, link.value.seen.here))
  const looking = computed(() => (open.value && visible.value && atEnd.value ? newest.value : 0))
  return {
    words: options.words,
    title: options.title,
    link,
    open,
    visible,
    atEnd,
    draft: signal(options.draft),
    phase: computed(() => phaseOf(lines.value)),
    rows: computed(() => rowsOf(lines.value, unsent.value)),
    answered: computed(() => answered(lines.value, unsent.value)),
    known: newest,
    looking,
    unread: computed(() => unreadOf(lines.value, Math.max(seen.value, looking.value)))
  }
}
