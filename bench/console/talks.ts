import { type ConversationId, conversationId } from '#shared/ids.ts'
import type { Random } from '../../e2e/faults/random.ts'
import type { Draft, Entry } from '../../relay/conversation/entry.ts'
import type { Phase } from '../../relay/conversation/state.ts'
import type { Append } from '../../relay/conversation/store.ts'
import { answer, nameOf, question } from './said.ts'

/** Work for a store, and when that is done. */
export interface Timed {
  work: Append
  at: number
}

const minute = 60_000
const day = 24 * 60 * minute
const sites = ['lamps', 'garden', 'help', 'shop'] as const
const bots = ['bots/support', 'bots/support', 'bots/sales'] as const

/** One conversation of many: of the nth of them, the last are the newest. Of 10,000, some 240 wait. */
export function aTalk(random: Random, nth: number, count: number): Timed {
  const now = Date.now()
  const age = count - nth
  const phase = phaseOf(random, age, count)
  // Whoever waits came today; the others over two months.
  const openedAt =
    now - (phase === 'waiting' ? age * 2_000 + minute : age * ((55 * day) / count) + 40 * minute)
  const site = sites[nth % sites.length] ?? 'shop'
  const bot = bots[nth % bots.length] ?? 'bots/support'
  const id = conversationId.parse(`c-${nth.toString(36).padStart(6, '0')}-of-the-town`)
  const named = random.chance(0.6) ? { name: nameOf(random), email: `visitor${nth}@example.com` } : undefined
  const opened: Draft = {
    kind: 'opened',
    site,
    bot,
    start: { restart: true },
    page: { url: `https://${site}.example.com/articles/${nth % 300}`, title: `Article ${nth % 300}` },
    ...(named && { named })
  }
  const drafts = [opened, ...words(random, nth, bot), ...ending(phase, now)]
  const entries = drafts.map(
    (draft, place): Entry => ({ seq: place + 1, at: openedAt + place * 9_000, ...draft })
  )
  const owed = entries.flatMap(({ seq, kind }) => (kind === 'message' ? [{ seq, destination: bot }] : []))
  const visitor = { hash: `visitor ${nth}`, site }
  return {
    work: { conversation: id, expected: 0, entries, owed, phase, visitor },
    at: entries.at(-1)?.at ?? now
  }
}

function phaseOf(random: Random, age: number, count: number): Phase {
  if (age <= count / 25)
    return random.pick([
      ['waiting', 60],
      ['agent', 15],
      ['bot', 25]
    ])
  return random.pick([
    ['closed', 85],
    ['bot', 15]
  ])
}

function words(random: Random, nth: number, bot: string): readonly Draft[] {
  return Array.from({ length: random.int(2, 7) }, (_, turn): readonly Draft[] => [
    {
      kind: 'message',
      by: 'visitor',
      id: `said-${nth}-${turn}-0000`,
      content: { kind: 'text', text: question(random, nth) }
    },
    {
      kind: 'message',
      by: 'bot',
      via: bot,
      content: { kind: 'text', text: answer(random) },
      payloads: [],
      raw: { id: `m_${nth}_${turn}`, author: { type: 'chatbot' } }
    }
  ]).flat()
}

function ending(phase: Phase, now: number): readonly Draft[] {
  const metadata = { reason: 'The bot did not understand it three times', attempts: 3 }
  const handover: Draft = { kind: 'handover', metadata, until: now + 20 * minute }
  if (phase === 'waiting') return [handover]
  if (phase === 'agent') return [handover, { kind: 'taken', name: 'Ben Okafor' }]
  return phase === 'closed' ? [{ kind: 'closed' }] : []
}

export const longTalk: ConversationId = conversationId.parse('c-the-long-story-of-it')
export const longName = 'Long Story'
/** In every entry of the long log, and nowhere else. */
const everywhere = 'chapter'
const stepMs = 40_000

/** One conversation with a log of so many entries, each stored by itself; Anna has it. */
export function aLongTalk(random: Random, length: number): readonly Timed[] {
  const began = Date.now() - length * stepMs - minute
  return Array.from({ length }, (_, place): Timed => {
    const at = began + place * stepMs
    const entry: Entry = { seq: place + 1, at, ...line(random, place) }
    const owed = entry.kind === 'message' ? ['bots/support', 'topics/crm'] : []
    const work: Append = {
      conversation: longTalk,
      expected: place,
      entries: [entry],
      owed: owed.map(destination => ({ seq: entry.seq, destination })),
      phase: place === 0 ? 'bot' : 'agent',
      ...(place === 0 && { visitor: { hash: 'the visitor of the long story', site: 'lamps' } })
    }
    return { work, at: at + random.int(1, 9) }
  })
}

function line(random: Random, place: number): Draft {
  if (place === 0)
    return { kind: 'opened', site: 'lamps', bot: 'bots/support', start: null, named: { name: longName } }
  if (place === 1) return { kind: 'taken', name: 'Anna Berg' }
  const id = `line-${place}-0000`
  const more = Array.from({ length: random.int(0, 4) }, () => question(random, place)).join('. ')
  const text = `The ${place}th ${everywhere}. ${more}`
  if (place % 23 === 0) return { kind: 'note', id, by: 'Ben Okafor', text }
  const content = { kind: 'text', text } as const
  if (place % 3 === 0) return { kind: 'message', by: 'agent', id, name: 'Anna Berg', content }
  return { kind: 'message', by: 'visitor', id, content }
}
