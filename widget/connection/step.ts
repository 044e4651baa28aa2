import type { ClientId, ConversationId, VisitorToken } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import type { Up } from '#shared/wire/up.ts'
import type { Heard } from './reader/down.ts'
import type { State } from './state.ts'
import type { FixedTimes } from './times.ts'
import type { Item } from './unsent.ts'

export type FixedTimer = keyof FixedTimes
/** `retry` opens the next socket, `again` sends what was refused for a while. */
type BackoffTimer = 'retry' | 'again'
export type Timer = FixedTimer | BackoffTimer

/** What is new on every socket. */
export interface Visit {
  /** ms since 1970 */
  now?: number
  site: string
  token?: VisitorToken | undefined
  /** It stands in place of the token. */
  identity?: string | undefined
  preview?: string | undefined
  locale?: string | undefined
  page?: Page | undefined
}

export type Event =
  | { on: 'wake' }
  | { on: 'pause' }
  | { on: 'opened'; socket: number; visit: Visit }
  | { on: 'heard'; socket: number; frame: Heard | undefined }
  | { on: 'closed'; socket: number; code: number }
  | { on: 'timer'; name: Timer }
  | { on: 'say'; item: Item }
  | { on: 'fresh' }
  | { on: 'key' }
  /** To be forgotten, here and at the relay. Nothing else goes out any more. */
  | { on: 'erase' }
  | { on: 'seen'; seq: number }
  /** `another`: of somebody else than before, or of nobody. */
  | { on: 'identify'; another: boolean }
  | Rare
  /** The part that knows what to do about it is there. */
  | { on: 'rare'; event: Rare; part: RarePart }

/** What is dealt with by a part of its own, which is loaded when the first of these happens. */
export type Rare =
  | { on: 'retry'; id: ClientId }
  | { on: 'discard'; id: ClientId }
  /** What stands before `view.from` is to be fetched, unless that is on its way. */
  | { on: 'older' }
  /** The list of this visitor's conversations is to be fetched into `past`. */
  | { on: 'past' }
  /** The page is another now. */
  | { on: 'page'; page: Page }
  /** The end of an earlier conversation is to be fetched into `reading`; again: what stands before. */
  | { on: 'readPast'; id: ConversationId }
  /** A socket that was lost took the answers along. */
  | { on: 'askAgain' }
  | { on: 'told'; socket: number; frame: Extract<Heard, { type: 'older' | 'past' | 'receipts' | 'refused' }> }
interface RarePart {
  rare(state: State, event: Rare): Step
}

/** What a visitor wants rarely. Whether anything comes of it is seen in the state. */
export type Wanted = Extract<
  Event,
  { on: 'retry' | 'discard' | 'older' | 'past' | 'readPast' | 'page' | 'erase' }
>

/** What is to be done about it, as data: `index.ts` does it. */
export type Effect =
  | { do: 'open'; socket: number }
  /** Away from the socket, and no timer goes on. */
  | { do: 'leave' }
  | { do: 'send'; frame: Up }
  | { do: 'timer'; name: FixedTimer }
  | { do: 'backoff'; name: BackoffTimer; attempt: number; atLeastMs: number }
  | { do: 'cancel'; name: Timer }
  | { do: 'keep'; token: VisitorToken }
  /** The token that was refused. */
  | { do: 'forget' }
  /** Whatever token there is. */
  | { do: 'wipe' }
  /** The page is told that its visitor's identity was refused. */
  | { do: 'refused' }
  | { do: 'put'; item: Item }
  | { do: 'drop'; id: ClientId }
  | { do: 'rare'; event: Rare }

export interface Step {
  state: State
  effects: readonly Effect[]
}

export const step = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects })

/** One step after another. */
export const andThen = (first: Step, ...others: readonly ((state: State) => Step)[]): Step =>
  others.reduce((before, next) => {
    const { state, effects } = next(before.state)
    return step(state, ...before.effects, ...effects)
  }, first)

/** The step that only does something. */
export const only =
  (...effects: readonly Effect[]) =>
  (state: State): Step =>
    step(state, ...effects)

export const send = (frame: Up): Effect => ({ do: 'send', frame })
export const timer = (name: FixedTimer): Effect => ({ do: 'timer', name })
export const cancel = (...names: Timer[]): Effect[] => names.map(name => ({ do: 'cancel', name }))
