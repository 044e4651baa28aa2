import { z } from 'zod'

/** Widget to relay: are you there? */
export const ping = z.object({ type: z.literal('ping') })

/** Relay to widget: yes. */
export const pong = z.object({ type: z.literal('pong') })
