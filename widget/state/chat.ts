import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type { LateSite } from '#shared/site.ts'
import type { Can } from '#shared/wire/hello.ts'
import type { Visitor, Wish } from '../connection/index.ts'
import { initial, known, type State } from '../connection/state.ts'
import type { Wanted } from '../connection/step.ts'
import type { Words } from '../words/en.ts'
import type { Attaching } from './attaching.ts'
import { bannerOf } from './banner.ts'
import { type Drawn, newestOf } from './drawn.ts'
import type { Forms } from './form.ts'
import { type After, lasting } from './lasting.ts'
import { followNews, type News } from './news.ts'
import type { Outside } from './outside.ts'
import type { Phase } from './phase.ts'
import { type Come, comeOf } from './receipts.ts'
import { followLog, type Row, rowsOf, withUnsent } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { unreadOf } from './unread.ts'
import type { LogWindow } from './window.ts'

/** What the visitor can do. */
export interface Verbs {
  say(text: string, of?: number): void
  press(seq: number, action: number, label: string): void
  fresh(): void
  key(): void
  close(): void
  wants(wanted: Wanted): void
  /** Whatever else the relay answers: a file, a wish, a rating. `text` is shown of it until its entry comes. */
  queue(wish: Wish, text?: string): void
  /** Who the visitor is, and at which address, as the connection says it. */
  visit(): Visitor
  /** What they prove themselves with was refused: the page may have something better. */
  renew(refused: string | undefined): Promise<void>
}

/** All that is shown. What is computed tells its readers only when it has become another. */
export interface ChatState {
  words: Words
  now(): number
  title: ReadonlySignal<string>
  /** The connection's state, from which most of the rest follows. */
  link: Signal<State>
  open: Signal<boolean>
  /** The page is looked at. */
  visible: Signal<boolean>
  /** The end of the log is on the screen. */
  atEnd: Signal<boolean>
  /** What chooses the rows that are drawn, once it is there. */
  window: Signal<LogWindow | undefined>
  drawn: ReadonlySignal<Drawn>
  /** The row that is pointed at, or has the focus. */
  pointed: Signal<string | undefined>
  /** The row whose text was copied last. */
  copied: Signal<string | undefined>
  /** The long texts that the visitor wants in full, by their rows. */
  unfolded: Signal<ReadonlySet<string>>
  draft: Signal<string>
  forms: Signal<Forms | undefined>
  /** What sends files, once that part is there. */
  attaching: Signal<Attaching | undefined>
  /** What reaches beyond the panel, once that part is there. */
  outside: Signal<Outside | undefined>
  live: ReadonlySignal<boolean>
  banner: ReadonlySignal<string | undefined>
  typing: ReadonlySignal<State['typing']>
  site: ReadonlySignal<LateSite | undefined>
  can: ReadonlySignal<Can>
  /** What lies over the conversation. */
  sheet: Signal<Sheet | undefined>
  /** Images that the visitor asked for, by their address. */
  wanted: Signal<ReadonlySet<string>>
  /** How far the newest of the visitor's own words have come. */
  come: ReadonlySignal<Come>
  /** How many characters may still be written, once they are few; below 0 the draft is too long. */
  left: ReadonlySignal<number | undefined>
  /** The draft may be sent. */
  ready: ReadonlySignal<boolean>
  phase: ReadonlySignal<Phase>
  rows: ReadonlySignal<readonly Row[]>
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
  visible: boolean
  now(): number
  after: After
}

export function createChatState({ words, title, ...options }: ChatOptions): ChatState {
  const link = signal(initial([]))
  const given = {
    words,
    now: options.now,
    link,
    open: signal(false),
    visible: signal(options.visible),
    atEnd: signal(true),
    window: signal(undefined),
    pointed: signal<string | undefined>(undefined),
    copied: signal<string | undefined>(undefined),
    unfolded: signal<ReadonlySet<string>>(new Set()),
    draft: signal(''),
    forms: signal<Forms | undefined>(undefined),
    sheet: signal(undefined),
    wanted: signal(new Set<string>()),
    attaching: signal<Attaching | undefined>(undefined),
    outside: signal<Outside | undefined>(undefined)
  }
  const view = computed(() => link.value.view)
  const site = computed(() => view.value.site)
  return {
    ...given,
    site,
    can: computed(() => view.value.can),
    title: computed(() => title ?? site.value?.title ?? words.title),
    live: computed(() => link.value.link.is === 'live'),
    banner: bannerIn(link, words, options.after),
    typing: computed(() => link.value.typing),
    ...draftOf(given.draft, site),
    ...logOf(given)
  }
}

/** As long as a connection may be missed before there is anything to say about it, ms. */
const patienceMs = 2_000

function bannerIn(link: Signal<State>, words: Words, after: After): ReadonlySignal<string | undefined> {
  const text = computed(() => bannerOf(link.value, words))
  const lasts = lasting(
    computed(() => text.value !== undefined),
    patienceMs,
    after
  )
  return computed(() => (lasts.value || link.value.link.is === 'stopped' ? text.value : undefined))
}

function draftOf(draft: Signal<string>, site: ReadonlySignal<LateSite | undefined>) {
  const left = computed(() => leftOf(draft.value.length, site.value?.maxText))
  return { left, ready: computed(() => draft.value.trim() !== '' && (left.value ?? 0) >= 0) }
}

/** Before a site has said it, as much as any site may take. Told once a tenth is left, and a hundred at most. */
function leftOf(length: number, most = 16_000): number | undefined {
  const left = most - length
  return left <= Math.min(100, most / 10) ? left : undefined
}

type Given = Pick<ChatState, 'link' | 'open' | 'visible' | 'atEnd' | 'window'>

function logOf({ link, open, visible, atEnd, window }: Given) {
  const lines = computed(() => link.value.view.lines)
  const unsent = computed(() => link.value.unsent)
  const news = followNews()
  const follow = followLog()
  const told = computed(() => follow(lines.value))
  const rows = computed(() => withUnsent(told.value, unsent.value))
  const looking = computed(() => (open.value && visible.value && atEnd.value ? known(link.value.view) : 0))
  const seen = computed(() => Math.max(link.value.view.seen, link.value.seen.here, looking.value))
  return {
    phase: computed(() => told.value.phase ?? link.value.view.base),
    rows,
    drawn: computed(() => window.value?.drawn.value ?? newestOf(rows.value)),
    newestMine: computed(() => rowsOf(told.value.own, unsent.value).at(-1)?.key),
    come: computed(() => comeOf({ ...link.value.view, lines: told.value.own })),
    news: computed(() => news(link.value.view, open.value)),
    more: computed(() => link.value.view.from > 1),
    fetching: computed(() => link.value.older),
    loading: computed(() => known(link.value.view) < link.value.view.head),
    looking,
    unread: computed(() => unreadOf(lines.value, seen.value))
  }
}
