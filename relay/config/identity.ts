import { z } from 'zod'
import { algorithms, readKey } from '../lib/signing-key.ts'

/** Who may say who a visitor is. */
export const identity = z
  .strictObject({
    algorithm: z.enum(algorithms).describe('the only one that is taken'),
    keys: z
      .array(z.string())
      .min(1, 'one key, or two while one replaces the other')
      .max(2, 'one key, or two while one replaces the other')
      .describe('HS256: secrets shared with the website; else public keys as PEM. Two are live at once'),
    required: z.boolean().default(false).describe('nobody talks here without an identity')
  })
  .superRefine(({ algorithm, keys }, context) => {
    for (const [i, text] of keys.entries()) {
      const key = readKey(algorithm, text)
      if (typeof key === 'string') context.addIssue({ code: 'custom', path: ['keys', i], message: key })
    }
  })
