import type { ChannelDriver } from './configure.ts'

/** Every channel platform there is, by the name the configuration calls it. */
export const channels = {} satisfies Record<string, ChannelDriver>
