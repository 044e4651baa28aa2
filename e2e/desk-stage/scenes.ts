import type { Content } from '#shared/content.ts'
import { pdf, picture } from '../actors/documents.ts'
import type { DeskRelay } from './relay.ts'
import type { DeskPage } from './stage.ts'

const minute = 60_000
const reason = { reason: 'An invoice is wrong', orderNumber: 'L-20811', sentiment: 'worried', attempts: 3 }

const bot = (text: string) => ({ kind: 'message', by: 'bot', content: { kind: 'text', text } }) as const
export const visitor = (text: string, id: string) =>
  ({ kind: 'message', by: 'visitor', id, content: { kind: 'text', text } }) as const
const agent = (text: string, name = 'Anna Berg') =>
  ({ kind: 'message', by: 'agent', name, content: { kind: 'text', text } }) as const

/** A morning in a shop: some wait, some talk, some are over. */
export function aMorning({ book }: DeskRelay): void {
  const now = Date.now()
  book.opens(
    { id: 'cv_mara', name: 'Mara Lindqvist', page: 'Invoices', ago: 26 * minute },
    bot('Hello! I am the lamp shop’s assistant. What can I do for you?'),
    visitor('My invoice L-20811 has the wrong address', 'id_mara_1'),
    { ...bot('I can look at invoices. Which of these is it?'), content: choices },
    visitor('None of these. Can I talk to somebody?', 'id_mara_2'),
    { kind: 'handover', metadata: reason, until: now + 18 * minute, at: now - 12 * minute }
  )
  book.opens(
    { id: 'cv_7f3k', site: 'garden', page: 'Delivery', ago: 6 * minute },
    visitor('where is my parcel??', 'id_7f3k_1'),
    { kind: 'handover', metadata: 'Asked three times', until: now + 28 * minute, at: now - 2 * minute }
  )
  aTalk(book, now)
  book.opens(
    { id: 'cv_tomas', name: 'Tomás Rey', ago: 50 * minute },
    visitor('Do you ship to Lisbon?', 'id_tomas_1'),
    bot('Yes, within four days. Shall I show you the prices?')
  )
  book.opens(
    { id: 'cv_done', name: 'Yuki Tanaka', ago: 180 * minute },
    visitor('Thanks, that was quick', 'id_yuki_1'),
    { kind: 'closed' },
    { kind: 'rated', score: 5, text: 'Very kind' }
  )
}

const choices: Content = {
  kind: 'text',
  text: 'I can look at invoices. Which of these is it?',
  actions: [
    { kind: 'reply', label: 'L-20640' },
    { kind: 'reply', label: 'L-20712' }
  ]
}

function aTalk(book: DeskRelay['book'], now: number): void {
  book.opens(
    { id: 'cv_idris', name: 'Idris Bello', page: 'Pendant lamps', ago: 40 * minute },
    visitor('The cable of the pendant lamp is too short', 'id_idris_1'),
    bot('I am sorry to hear that. I will get somebody who knows.'),
    { kind: 'handover', metadata: { reason: 'Cable too short', product: 'Pendant 40' }, until: now },
    { kind: 'taken', name: 'Anna Berg' },
    agent('Hello Idris, I am Anna. How long should it be?'),
    visitor('Two metres would do. I found this: https://lamps.example/cables/2m.', 'id_idris_2'),
    { kind: 'note', id: 'id_note_1', by: 'Ben Okafor', text: 'We have these in stock, in Malmö only.' },
    agent('That is the right one. I can send it to you for free.'),
    visitor('That would be wonderful', 'id_idris_3')
  )
  book.opens(
    { id: 'cv_sofia', name: 'Sofia Marin', ago: 30 * minute },
    visitor('Can I change my order?', 'id_sofia_1'),
    { kind: 'handover', metadata: { reason: 'Change an order' }, until: now },
    { kind: 'taken', name: 'Anna Berg' },
    agent('Of course. What would you like to change?')
  )
  book.opens(
    { id: 'cv_ole', name: 'Ole Brandt', ago: 20 * minute },
    visitor('Is the reading lamp dimmable?', 'id_ole_1'),
    { kind: 'handover', metadata: { reason: 'A question of detail' }, until: now },
    { kind: 'taken', name: 'Ben Okafor' },
    agent('It is, down to ten percent.', 'Ben Okafor')
  )
}

/** More than what lies between a browser and who does not read. */
const largeBytes = 24_000_000
export const longName = `Rechnung_${'2026-11-22_Leuchtenmanufaktur_'.repeat(4)}endgültig (3).pdf`

/** Pictures and documents of both sides, of every shape; and what a bot has elsewhere. */
export function aTalkOfFiles({ book, files }: DeskRelay): void {
  const said = (by: 'visitor' | 'agent', content: Content, id: string) =>
    by === 'visitor'
      ? ({ kind: 'message', by, id, content } as const)
      : ({ kind: 'message', by, id, name: 'Anna Berg', content } as const)
  const kept = (chosen: Parameters<typeof files.keeps>[0]) => files.contentOf(files.keeps(chosen))
  const elsewhere = { kind: 'image', url: 'https://lamps.example/a.png', alt: 'A lamp elsewhere' } as const
  book.opens(
    { id: 'cv_nora', name: 'Nora Lund', page: 'Shelf lamps', ago: 8 * minute },
    { kind: 'message', by: 'bot', content: elsewhere },
    { kind: 'handover', metadata: { reason: 'A broken shade' }, until: Date.now() },
    { kind: 'taken', name: 'Anna Berg' },
    said('visitor', { ...kept(picture('shade.png', 900, 600)), text: 'This is how it came' }, 'id_nora_1'),
    said('visitor', kept(picture('from-above.png', 300, 1_200)), 'id_nora_2'),
    said('visitor', kept(pdf(longName, 1_400_000)), 'id_nora_3'),
    said('agent', kept(pdf('return-label.pdf', 31_000)), 'id_nora_4'),
    said('agent', kept(picture('dot.png', 3, 2)), 'id_nora_5')
  )
}

/** Chosen by whoever has this conversation: each is in another state as long as the relay holds what is on its way. */
export async function attachesEveryKind(desk: DeskPage, name: string): Promise<void> {
  const { files } = desk.relay
  const tooLarge = { error: 'tooLarge', says: 'the file is too large' }
  files.refuses.set('catalogue.pdf', { status: 413, body: tooLarge })
  files.breaks.add('broken-cable.png')
  files.holds('floor-plan.png')
  await desk.attaches(
    name,
    picture('lamp.png'),
    pdf(longName),
    pdf('catalogue.pdf'),
    picture('broken-cable.png')
  )
  await desk.attachesLarge(name, 'floor-plan.png', largeBytes)
}

/** So many conversations, and one whose log has so many entries. */
export function aYear({ book }: DeskRelay, conversations: number, entries: number): void {
  for (let index = 0; index < conversations; index += 1)
    book.opens(
      { id: `cv_${index}`, name: `Visitor ${index}`, ago: (index + 10) * minute },
      visitor(`Question ${index}`, `id_question_${index}`)
    )
  const lines = Array.from({ length: entries - 2 }, (_, index) => {
    const text = `Line ${index + 1}. ${'A few words more of it. '.repeat(index % 9)}`
    return index % 2 ? agent(text) : visitor(text, `id_line_${index}`)
  })
  book.opens(
    { id: 'cv_long', name: 'Long Story', ago: 5 * minute },
    { kind: 'taken', name: 'Anna Berg' },
    ...lines
  )
}
