import { z } from 'zod'

const mostMb = 50

/** What visitors and our agents may send each other besides words. */
export const files = z
  .strictObject({
    enabled: z.boolean().default(false).describe('files may be sent'),
    maxMb: z.number().positive().max(mostMb).default(10).describe('the largest file, MB'),
    types: z
      .array(z.enum(['png', 'jpeg', 'webp', 'gif', 'pdf', 'text']))
      .min(1)
      .default(['png', 'jpeg', 'webp', 'gif', 'pdf'])
      .describe('of these kinds, told by what is in them'),
    visitors: z
      .enum(['agent', 'always', 'never'])
      .default('agent')
      .describe(
        'visitors may send them while an agent has the conversation, always, or never; bots hear the name'
      )
  })
  .prefault({})
