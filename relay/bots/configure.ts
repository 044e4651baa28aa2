import type { z } from 'zod'
import type { DestinationId } from '../conversation/delivery.ts'
import { createCaller } from '../lib/call.ts'
import { listened } from '../lib/listened.ts'
import { rehearse } from '../lib/rehearsed.ts'
import type { Bot, BotSettings, ConfiguredBot } from './bot.ts'
import { inWords } from './in-words.ts'

/** A platform as the registry keeps it: the type of its settings stays inside. */
export interface Driver {
  settings: z.ZodType
  start: z.ZodType
  unsupported: readonly string[]
  /** Throws when the settings do not pass the platform's schema. */
  configure(id: DestinationId, settings: unknown): ConfiguredBot
  /** The same, for a conversation that is none of a visitor's. */
  rehearse(id: DestinationId, settings: unknown): ConfiguredBot
}

export function driver<Settings extends BotSettings>(bot: Bot<Settings>): Driver {
  return {
    settings: bot.settings,
    start: bot.start,
    unsupported: bot.unsupported ?? [],
    configure: (id, settings) => configure(bot, id, bot.settings.parse(settings)),
    rehearse(id, settings) {
      const read = bot.settings.parse(settings)
      return configure(bot, id, bot.rehearsal?.(read) ?? read)
    }
  }
}

function configure<Settings extends BotSettings>(
  bot: Bot<Settings>,
  id: DestinationId,
  settings: Settings
): ConfiguredBot {
  const calls = bot.calls(settings)
  const caller = createCaller(calls)
  return {
    id,
    can: bot.can ?? [],
    maxBodyBytes: bot.maxBodyBytes,
    webhookSecret: settings.webhookSecret,
    origin: new URL(bot.url(settings)).origin,
    verify: incoming => bot.verify(incoming, settings),
    receive: incoming => bot.receive(incoming, settings, id),
    destination: {
      concurrency: calls.connections,
      perSecond: calls.perSecond,
      once: bot.once ?? false,
      answersInCall: bot.answersInCall ?? false,
      send: (call, onExchange) => bot.send(inWords(call), settings, listened(caller, onExchange), id),
      rehearse: call => rehearse(settings, rehearsing => bot.send(inWords(call), settings, rehearsing, id))
    },
    close: () => caller.close()
  }
}
