import { type ChannelDriver, channelDriver } from './configure.ts'
import { engageDigital } from './engage-digital/index.ts'
import { livechat } from './livechat/index.ts'

/** Every channel platform there is, by the name the configuration calls it. */
export const channels = {
  'engage-digital': channelDriver(engageDigital),
  livechat: channelDriver(livechat)
} satisfies Record<string, ChannelDriver>
