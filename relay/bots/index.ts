import { type Driver, driver } from './configure.ts'
import { ingenious } from './ingenious/index.ts'

/** Every bot platform there is, by the name the configuration calls it. */
export const bots = { ingenious: driver(ingenious) } satisfies Record<string, Driver>
