import type { IncomingHttpHeaders } from 'node:http'
import type { z } from 'zod'
import type { DestinationId } from '../conversation/delivery.ts'
import type { Input } from '../conversation/input.ts'
import type { Caller } from '../lib/call.ts'
import type { Json } from '../lib/json.ts'
import type { Call, Destination, Receipt } from '../outbox/destination.ts'

/** A platform's request to its webhook, the secret of the path already checked. */
export interface Incoming {
  raw: Buffer
  headers: IncomingHttpHeaders
  /** The body as JSON; undefined when it is none. Parsed on the first call. */
  json(): unknown
}

/** yes, or the HTTP status to answer with and the reason for the operator's log (never a secret). */
export type Verdict = { ok: true } | { ok: false; status: 400 | 401 | 404; reason: string }

/** One thing a platform told us about one of its conversations. */
export interface Heard {
  /** The platform's id of the conversation. */
  address: string
  input: Input
  /** For a message the platform waits to see acknowledged even when we do not know its conversation. */
  raw?: Json
}

/** What a webhook's body says; `ignored` names what we had no use for, for the log. */
export type Reading =
  | { ok: true; heard: readonly Heard[]; ignored: readonly string[] }
  | { ok: false; status: 400; reason: string }

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
  /** How calls are made: one pool of connections for each configured bot. */
  calls(settings: Settings): { connections: number; timeoutMs: number }
  verify(incoming: Incoming, settings: Settings): Verdict
  receive(incoming: Incoming, settings: Settings, self: DestinationId): Reading
  send(call: Call, settings: Settings, caller: Caller): Promise<Receipt>
}

/** One entry of the configuration under `bots`: a driver with its settings and its connections. */
export interface ConfiguredBot {
  id: DestinationId
  webhookSecret: string
  verify(incoming: Incoming): Verdict
  receive(incoming: Incoming): Reading
  destination: Destination
  close(): Promise<void>
}
