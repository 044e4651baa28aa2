import { bots } from './bots/index.ts'
import { channels } from './channels/index.ts'

/** Every platform there is. */
export const platforms = { bots, channels }
