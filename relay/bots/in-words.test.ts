import { expect, test } from 'vitest'
import type { Content } from '#shared/content.ts'
import type { ConversationId } from '#shared/ids.ts'
import type { Call } from '../outbox/destination.ts'
import { inWords } from './in-words.ts'

const call = (by: 'visitor' | 'agent', content: Content): Call => {
  const said = { seq: 2, at: 2, kind: 'message', id: 'client-0001', content } as const
  const entry = by === 'visitor' ? { ...said, by } : { ...said, by, name: 'Anna' }
  return {
    kind: 'entry',
    conversation: 'c-one' as ConversationId,
    entry,
    address: 'cv_1',
    key: 'k',
    attempts: 0
  }
}
const toldBy = (content: Content) => {
  const told = inWords(call('visitor', content))
  return told.kind === 'entry' && told.entry.kind === 'message' ? told.entry.content : undefined
}

test('[FI32] a bot is told the words beside a file, or else its name, and never where it is', () => {
  const url = 'https://chat.example.com/files/c-one/A'
  expect(toldBy({ kind: 'file', url, name: 'offer.pdf' })).toEqual({ kind: 'text', text: 'offer.pdf' })
  expect(toldBy({ kind: 'image', url, alt: 'photo.png' })).toEqual({ kind: 'text', text: 'photo.png' })
  const beside = { kind: 'file', url, name: 'offer.pdf', text: 'Is this right?' } as const
  expect(toldBy(beside)).toEqual({ kind: 'text', text: 'Is this right?' })
})

test('[FI32] whatever else is said is told as it is', () => {
  const text = call('visitor', { kind: 'text', text: 'Hello' })
  const agents = call('agent', { kind: 'file', url: 'https://a.example', name: 'a.pdf' })
  for (const one of [text, agents]) expect(inWords(one)).toBe(one)
})
