import { bots } from './bots/index.ts'
import { channels } from './channels/index.ts'
import { subscriptions } from './topics/index.ts'

/** Every platform there is, and what may stand under `subscriptions`. */
export const platforms = { bots, channels, subscriptions }
