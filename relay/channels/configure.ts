import type { z } from 'zod'
import type { DestinationId } from '../conversation/delivery.ts'
import { createCaller } from '../lib/call.ts'
import type { Channel, ChannelParts, ChannelSettings, ConfiguredChannel } from './channel.ts'

/** A platform as the registry keeps it: the type of its settings stays inside. */
export interface ChannelDriver {
  settings: z.ZodType
  unsupported: readonly string[]
  /** Throws when the settings do not pass the platform's schema. */
  configure(
    id: DestinationId,
    settings: unknown,
    parts: Pick<ChannelParts, 'clock' | 'log' | 'meter'>
  ): ConfiguredChannel
}

export function channelDriver<Settings extends ChannelSettings>(channel: Channel<Settings>): ChannelDriver {
  return {
    settings: channel.settings,
    unsupported: channel.unsupported ?? [],
    configure(id, given, parts) {
      const settings = channel.settings.parse(given)
      const calls = channel.calls(settings)
      const caller = createCaller(calls)
      const open = channel.open(settings, { self: id, caller, ...parts })
      return {
        ...open,
        id,
        webhookSecret: settings.webhookSecret,
        destination: {
          concurrency: calls.connections,
          send: (call, onExchange) => open.send(call, onExchange)
        },
        async close() {
          await open.close?.()
          await caller.close()
        }
      }
    }
  }
}
