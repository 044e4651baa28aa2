import type { ConfiguredBot } from './bots/bot.ts'
import type { Driver } from './bots/configure.ts'
import type { ConfiguredChannel } from './channels/channel.ts'
import type { ChannelDriver } from './channels/configure.ts'
import type { Config } from './config.ts'
import { botDestination, channelDestination } from './sites.ts'

/** The platforms there are, by name. */
export interface Drivers {
  bots: Readonly<Record<string, Driver>>
  channels: Readonly<Record<string, ChannelDriver>>
}

export function configureBots({ bots }: Config, drivers: Drivers): readonly ConfiguredBot[] {
  return Object.entries(bots).map(([id, settings]) =>
    known(drivers.bots, settings.platform).configure(botDestination(id), settings)
  )
}

export function configureChannels(
  { channels }: Config,
  drivers: Drivers,
  parts: Parameters<ChannelDriver['configure']>[2]
): readonly ConfiguredChannel[] {
  return Object.entries(channels).map(([id, settings]) =>
    known(drivers.channels, settings.platform).configure(channelDestination(id), settings, parts)
  )
}

function known<T>(drivers: Readonly<Record<string, T>>, platform: string): T {
  const driver = drivers[platform]
  if (!driver) throw new Error(`the configuration was not checked: ${platform}`)
  return driver
}
