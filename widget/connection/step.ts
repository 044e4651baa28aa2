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
  | { on: 'retry'; id: ClientId }
  | { on: 'discard'; id: ClientId }
  | { on: 'fresh' }
  | { on: 'key' }
  | { on: 'seen'; seq: number }
  | { on: 'older' }
  | { on: 'past' }
  | { on: 'readPast'; id: ConversationId }
  | { on: 'erase' }
  | { on: 'page'; page: Page }
  /** `another`: of somebody else than before, or of nobody. */
  | { on: 'identify'; another: boolean }

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

export interface Step {
  state: State
  effects: readonly Effect[]
}

export const step = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects })

/** One step after another. */
export function andThen(before: Step, next: (state: State) => Step): Step {
  const after = next(before.state)
  return { state: after.state, effects: [...before.effects, ...after.effects] }
}

export const send = (frame: Up): Effect => ({ do: 'send', frame })
export const timer = (name: FixedTimer): Effect => ({ do: 'timer', name })
export const cancel = (...names: Timer[]): Effect[] => names.map(name => ({ do: 'cancel', name }))
