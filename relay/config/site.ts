import { z } from 'zod'
import { files } from './files.ts'
import { forms } from './forms.ts'
import { pageRules } from './greetings.ts'
import { hours } from './hours.ts'
import { identity } from './identity.ts'
import { look } from './look.ts'
import { mask } from './mask.ts'
import { id, origin, path, retentionDays } from './parts.ts'

export const start = z.record(z.string(), z.json())

const handover = z
  .strictObject({
    agents: z
      .boolean()
      .optional()
      .describe('can anybody take a handover? default: yes, if api.token or console is set'),
    nobody: z
      .enum(['wait', 'handback', 'form'])
      .default('wait')
      .describe(
        'while no agent is available: wait all the same, back to the bot at once, or the form of offline; needs console.accounts'
      ),
    keepHours: z
      .number()
      .positive()
      .max(8_760)
      .default(72)
      .describe('how long a message that was left by form waits to be taken'),
    takeWithinSeconds: z
      .number()
      .positive()
      .max(31_536_000)
      .default(300)
      .describe('then it goes back to the bot')
  })
  .prefault({})

const allowed = (what: string) => z.boolean().default(true).describe(what)

const visitor = z
  .strictObject({
    back: allowed('may go back to the bot'),
    close: allowed('may end the conversation, and start over'),
    past: allowed('may list and read their earlier conversations'),
    erase: allowed('may have everything about them erased'),
    rate: allowed('may rate a conversation that is over'),
    window: allowed('may go on in a window of its own'),
    sound: allowed('may choose a sound for news; it is off until they do'),
    notify: allowed('may choose notifications of the system for news; they are off until they do')
  })
  .prefault({})

/** A website: where its widget may run, whom its visitors talk to, and how it looks. */
export const site = z.strictObject({
  origins: z.array(origin).min(1).describe('where the widget may run, exactly'),
  bot: id.describe('a key under bots'),
  start: start.describe('how the bot is told to begin; the keys are its platform’s'),
  pages: z
    .array(
      z.strictObject({
        path: path.describe('the path of a page; * stands for anything; the first that fits wins'),
        start: start.describe('how the bot is told to begin there')
      })
    )
    .default([])
    .describe('another beginning by the path of the page'),
  maxText: z.int().min(1).max(16_000).default(4_000).describe('the longest message, in characters'),
  ...look,
  ...pageRules,
  ...forms,
  hours: hours.optional().describe('when people are there; absent: nothing is said of it'),
  handover,
  visitor,
  files,
  mask: mask.optional(),
  retentionDays: retentionDays.optional(),
  identity: identity.optional().describe('signed identities of the website’s own visitors')
})
export type SiteConfig = z.infer<typeof site>
