import type { z } from 'zod'
import type { DestinationId } from '../conversation/delivery.ts'
import type { Reading } from '../conversation/heard.ts'
import type { Caller } from '../lib/call.ts'
import type { Incoming, Verdict } from '../lib/incoming.ts'
import type { Json } from '../lib/json.ts'
import type { Call, Destination, Receipt } from '../outbox/destination.ts'

/** What a platform can do that others cannot. */
type Ability =
  /** It hears that the visitor types. */
  | 'typing'
  /** It can ask for a person, and hears when the visitor is given back. */
  | 'handover'
  /** It has agents of its own, who come when it says so. */
  | 'agents'

/** Every bot's settings have this: the last part of its webhook's path. */
export interface BotSettings {
  webhookSecret: string
}

/**
 * A bot platform: its settings, and three functions. `verify` and `receive` are pure; `send` makes one call and
 * turns whatever comes of it into a Receipt, never an exception.
 */
export interface Bot<Settings extends BotSettings = BotSettings> {
  /** The platform's keys under `bots.<id>`. */
  settings: z.ZodType<Settings>
  /** The keys under `sites.<id>.start`: how a conversation begins. */
  start: z.ZodType<Json>
  /** What the platform's contract does not offer, in words: told at the start and by `npm run check`. */
  unsupported?: readonly string[]
  /** None unless told. */
  can?: readonly Ability[]
  /** The platform knows no repeat for one: no call may be made twice. */
  once?: boolean
  /** Its answers come inside the call: while one is under way, the visitor is shown that the bot is typing. */
  answersInCall?: boolean
  /** The longest webhook body it sends; 1 MB unless told. */
  maxBodyBytes?: number
  /** How calls are made: one pool of connections for each configured bot. `perSecond`: what it has to answer, at most. */
  calls(settings: Settings): {
    connections: number
    timeoutMs: number
    maxAnswerBytes?: number
    perSecond?: number
  }
  /** Where calls go: `npm run doctor` looks whether anybody is there. */
  url(settings: Settings): string
  /** The settings for a conversation that nobody at the platform should have to look at, where it offers that. */
  rehearsal?(settings: Settings): Settings
  verify(incoming: Incoming, settings: Settings): Verdict
  receive(incoming: Incoming, settings: Settings, self: DestinationId): Reading
  send(call: Call, settings: Settings, caller: Caller, self: DestinationId): Promise<Receipt>
}

/** One entry of the configuration under `bots`: a driver with its settings and its connections. */
export interface ConfiguredBot {
  id: DestinationId
  can: readonly Ability[]
  maxBodyBytes: number | undefined
  webhookSecret: string
  /** Scheme, host and port of where calls go. */
  origin: string
  verify(incoming: Incoming): Verdict
  receive(incoming: Incoming): Reading
  destination: Destination
  close(): Promise<void>
}
