import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { mask } from '../config/mask.ts'
import { retentionDays } from '../config/parts.ts'
import type { DestinationId } from '../conversation/delivery.ts'
import type { Heard, Reading } from '../conversation/heard.ts'
import type { Caller } from '../lib/call.ts'
import type { Clock } from '../lib/clock.ts'
import type { Challenge, Incoming, Verdict } from '../lib/incoming.ts'
import type { OnExchange } from '../lib/listened.ts'
import type { Log } from '../lib/log.ts'
import type { Call, Destination, Receipt } from '../outbox/destination.ts'

/** Every channel's settings have these: who answers there, how that bot is told to begin, its webhook's path, and what a site may want of what it keeps. */
export const channelKeys = {
  bot: z.string().describe('a key under bots: who answers there'),
  start: z
    .record(z.string(), z.json())
    .default({})
    .describe('how that bot is told to begin; its platform’s keys'),
  webhookSecret: z
    .string()
    .min(16, 'a secret has at least 16 characters; `openssl rand -hex 32` makes a good one')
    .regex(/^[A-Za-z0-9._~-]+$/, 'only letters, digits and . _ ~ - fit into a path')
    .describe('the last part of the webhook’s path; `openssl rand -hex 32` makes a good one'),
  mask: mask.optional(),
  retentionDays: retentionDays.optional()
}

export interface ChannelSettings {
  bot: string
  webhookSecret: string
}

/** What a channel counts for operators. */
export interface ChannelMeter {
  /** The platform took it, and told later that the visitor was not shown it. */
  notShown(channel: DestinationId): void
}

/** What an open channel works with. */
export interface ChannelParts {
  /** The channel as a destination, such as `channels/care`. */
  self: DestinationId
  caller: Caller
  clock: Clock
  log: Log
  meter: ChannelMeter
}

/** A platform where visitors are. */
export interface Channel<Settings extends ChannelSettings = ChannelSettings> {
  /** The platform's keys under `channels.<id>`, with `channelKeys` among them. */
  settings: z.ZodType<Settings>
  /** What the platform's contract does not offer, in words: told at the start and by `npm run check`. */
  unsupported?: readonly string[]
  /** How calls are made: one pool of connections for each configured channel. */
  calls(settings: Settings): { connections: number; timeoutMs: number }
  open(settings: Settings, parts: ChannelParts): OpenChannel
}

/** A channel with its settings. It may remember (a token, a limit); what must not be lost is in the log. */
export interface OpenChannel {
  /** Answers a GET of the platform to its webhook, where the contract has one. */
  challenge?(query: URLSearchParams, headers: IncomingHttpHeaders): Challenge
  verify(incoming: Incoming): Verdict
  receive(incoming: Incoming): Reading
  /** One entry to the visitor's platform, and what came of it; never an exception. `onExchange` is told of each exchange. */
  send(call: Call, onExchange?: OnExchange): Promise<Receipt>
  /** Hears of a webhook once all of it is durable and answered. */
  observe?(incoming: Incoming): void
  /** Looks for what webhooks have lost: at the start, and then so often. May throw: it is looked again. */
  catchUp?: { everyMs: number; look(): Promise<readonly Heard[]> }
  close?(): Promise<void>
}

/** One entry of the configuration under `channels`. */
export interface ConfiguredChannel extends Omit<OpenChannel, 'send'> {
  id: DestinationId
  webhookSecret: string
  destination: Destination
  close(): Promise<void>
}
