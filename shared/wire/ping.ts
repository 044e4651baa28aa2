import { z } from 'zod'

/** Widget to relay: are you there? */
export const ping = z.object({ type: z.literal('ping') })
export type Ping = z.infer<typeof ping>

/** Relay to widget: yes. */
export const pong = z.object({ type: z.literal('pong') })
export type Pong = z.infer<typeof pong>
