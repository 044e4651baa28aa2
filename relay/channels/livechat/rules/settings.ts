import { z } from 'zod'

const text = z.string().min(1).max(4_000)

/** What an operator may switch on beside the conversation; each is off unless it stands in the configuration. */
export const ruleSettings = z
  .strictObject({
    idle: z
      .strictObject({
        minutes: z.number().positive().max(1_440).describe('the agent’s silence after what the visitor said'),
        text: text.describe('what the visitor is told then')
      })
      .optional()
      .describe('an agent is silent for so long: the visitor is told'),
    tagged: z
      .record(
        z.string().min(1),
        z.strictObject({
          suggest: z.array(text).min(1).max(10).describe('what agents could answer'),
          words: z
            .array(z.string().min(1))
            .default([])
            .describe('suggested again when the visitor says one of them; none: at the next thing said')
        })
      )
      .optional()
      .describe('by tag: a chat tagged so brings agents these suggestions'),
    rated: z
      .strictObject({
        good: text.optional().describe('suggested to the agent after a good rating'),
        bad: text.optional().describe('suggested to the agent after a bad rating')
      })
      .optional()
      .describe('a rating brings the agent a suggestion')
  })
  .prefault({})
export type RuleSettings = z.infer<typeof ruleSettings>
