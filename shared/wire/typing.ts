import { z } from 'zod'

const state = z.enum(['start', 'stop'])

/** Widget to relay: the visitor's fingers. `stop` comes by itself 10 s after the last key. */
export const typing = z.object({ type: z.literal('typing'), state })

/** Relay to widget: somebody is writing. Void after 10 s, or with their next message. */
export const typingBy = z.object({ type: z.literal('typing'), by: z.enum(['bot', 'agent']), state })
export type TypingBy = z.infer<typeof typingBy>
