import { agent, bot, carousel, conversationId, everything, opened, says, visitor } from './contents.ts'
import type { Play } from './stage.ts'

/** A visitor who has been here before, and may do whatever there is. */
export const regular = {
  entries: [opened, says('Hello! I am Lumi.'), visitor('Hello')],
  can: everything,
  past: [
    {
      id: conversationId('cv_1'),
      openedAt: Date.UTC(2026, 9, 2),
      lastAt: Date.UTC(2026, 9, 2, 10),
      closed: true,
      preview: 'Thank you, the lamp has arrived and it is lovely.'
    },
    {
      id: conversationId('cv_2'),
      openedAt: Date.UTC(2026, 8, 2),
      lastAt: Date.UTC(2026, 8, 2, 10),
      closed: true,
      preview: ''
    }
  ],
  pastEntries: [
    opened,
    says('Hello again!'),
    visitor('Where is my lamp?'),
    bot(carousel),
    { kind: 'taken', name: 'Maria Lind' },
    agent('It is on its way.'),
    { kind: 'closed' }
  ]
} satisfies Play
