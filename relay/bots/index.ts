import { bot9 } from './bot9/index.ts'
import { type Driver, driver } from './configure.ts'
import { ingenious } from './ingenious/index.ts'

/** Every bot platform there is, by the name the configuration calls it. */
export const bots = { bot9: driver(bot9), ingenious: driver(ingenious) } satisfies Record<string, Driver>
