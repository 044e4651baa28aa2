import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type { Canned, Me, Person, Presence, Summary, Ways } from '../contract.ts'
import type { Rotated } from '../subscriptions-contract.ts'
import { type Columns, noColumns } from './columns.ts'
import { allOf, type ListName, mineOf, type Summaries, waitingOf } from './lists.ts'
import { atDesk, type PageName, type Place } from './place.ts'
import type { Talk } from './talk.ts'

/** Why somebody who came back from signing in elsewhere is not in: as the relay writes it into the address. */
export const awayTroubles = ['denied', 'noAccount', 'unverified', 'late', 'down', 'failed', 'wait'] as const
type AwayTrouble = (typeof awayTroubles)[number]

export type SignInTrouble =
  | AwayTrouble
  | 'empty'
  | 'wrong'
  | 'unreachable'
  | 'notStored'
  | 'forbidden'
  | 'fault'
  | 'ended'
  /** Told once, and not anew each second. */
  | { until: number; seconds: number }

/** What lies over the desk. */
export type Sheet =
  | { is: 'keys' | 'settings' }
  | { is: 'close' | 'handback' | 'transfer'; id: string }
  /** Of the operators' pages, which draw them. */
  | { is: 'drop'; letters: readonly number[] }
  | { is: 'disable' | 'replay' | 'rotate'; subscription: string }
  /** `overlapSeconds`: for how long the old one was to sign along. */
  | { is: 'secret'; subscription: string; rotated: Rotated; overlapSeconds: number }
  | { is: 'export' | 'erase'; id: string }

export interface Choices {
  sound: boolean
  notify: boolean
  keys: boolean
}

/** Everything the page knows. */
export interface Desk {
  screen: Signal<'loading' | 'signIn' | 'desk'>
  me: Signal<Me | undefined>
  /** Unknown until somebody is not in. */
  ways: Signal<Ways | undefined>
  /** Agents are always at the desk. */
  place: Signal<Place>
  signingIn: Signal<{ busy: boolean; trouble?: SignInTrouble }>
  /** ms since 1970, a few seconds old at most. */
  now: Signal<number>
  summaries: Signal<Summaries>
  /** How far down the list of all is known: by when its oldest was stored. */
  downTo: Signal<number>
  loading: Signal<'more' | 'failed' | undefined>
  lists: Readonly<Record<ListName, ReadonlySignal<readonly Summary[]>>>
  list: Signal<ListName>
  pointed: Signal<string | undefined>
  listSeen: Signal<{ first: number; rows: number }>
  rowHeight: Signal<number>
  columns: Signal<Columns>
  room: Signal<number>
  phone: Signal<boolean>
  pane: Signal<'list' | 'talk'>
  talks: Map<string, Talk>
  unread: Signal<ReadonlyMap<string, number>>
  people: Signal<readonly Person[]>
  presence: ReadonlySignal<Presence>
  canned: Signal<readonly Canned[]>
  sheet: Signal<Sheet | undefined>
  trouble: Signal<boolean>
  notice: Signal<string | undefined>
  choices: Signal<Choices>
  mayNotify: Signal<boolean>
  /** What is to have the focus once it is drawn. */
  wish: Signal<string | undefined>
  /** What has it, by its name. */
  focus: Signal<string | undefined>
}

export const usualChoices: Choices = { sound: false, notify: false, keys: true }

export function createDesk(now: number): Desk {
  const me = signal<Me | undefined>(undefined)
  const summaries = signal<Summaries>(new Map())
  const downTo = signal(Infinity)
  const people = signal<readonly Person[]>([])
  return {
    screen: signal('loading'),
    me,
    ways: signal(undefined),
    place: signal(atDesk),
    signingIn: signal({ busy: false }),
    now: signal(now),
    summaries,
    downTo,
    loading: signal(undefined),
    lists: {
      waiting: computed(() => waitingOf(summaries.value)),
      mine: computed(() => mineOf(summaries.value, me.value)),
      all: computed(() => allOf(summaries.value, downTo.value))
    },
    list: signal('waiting'),
    pointed: signal(undefined),
    listSeen: signal({ first: 0, rows: 16 }),
    rowHeight: signal(76),
    columns: signal(noColumns),
    room: signal(1),
    phone: signal(false),
    pane: signal('list'),
    talks: new Map(),
    unread: signal(new Map()),
    people,
    presence: computed(() => people.value.find(({ name }) => name === me.value?.name)?.state ?? 'away'),
    canned: signal([]),
    sheet: signal(undefined),
    trouble: signal(false),
    notice: signal(undefined),
    choices: signal(usualChoices),
    mayNotify: signal(true),
    wish: signal(undefined),
    focus: signal(undefined)
  }
}

/** What an agent can do to the desk. */
export interface Deeds {
  signIn(name: string, password: string): void
  signInAway(): void
  signOut(): void
  /** To a page, as operators may; `rest` says where in it. */
  go(page: PageName, rest?: string): void
  show(list: ListName): void
  point(id: string | undefined): void
  open(id: string, beside?: boolean): void
  activate(id: string): void
  leave(id: string): void
  backToList(): void
  more(): void
  earlier(id: string): void
  reload(id: string): void
  take(id: string): void
  handback(id: string, text: string): void
  transfer(id: string, to: string): void
  close(id: string): void
  write(id: string, text: string, cursor: number): void
  send(id: string): void
  again(id: string, outgoing: string): void
  discard(id: string, outgoing: string): void
  attach(id: string, files: readonly File[]): void
  detach(id: string, key: string): void
  presence(): void
  choose(choices: Partial<Choices>): void
  ask(sheet: Sheet | undefined): void
  newest(id: string): void
}

/** What everything that is drawn is given. */
export interface Given {
  desk: Desk
  deeds: Deeds
}
