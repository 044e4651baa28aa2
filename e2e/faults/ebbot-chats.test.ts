import { expect, test } from 'vitest'
import { EbbotChats } from './ebbot-chats.ts'

/** What is found when these come, one after the other, in the chat that a start has opened. */
function found(...texts: string[]): string[] {
  const chats = new EbbotChats()
  const chatId = chats.hear({ chatId: undefined, text: undefined })?.chatId
  for (const text of texts) chats.hear({ chatId, text })
  return chats.findings.map(({ check }) => check)
}

test('[X13] a text that Ebbot hears twice is doubled, in whatever chats', () => {
  expect(found('c1:1', 'c1:2')).toEqual([])
  expect(found('c1:1', 'c1:1')).toEqual(['doubled'])
  const chats = new EbbotChats()
  chats.hear({ chatId: undefined, text: 'c1:1' })
  chats.hear({ chatId: undefined, text: 'c1:1' })
  expect(chats.findings.map(({ check }) => check)).toEqual(['doubled'])
})

test('[X13] a text that Ebbot hears after a later one is reordered, and one in another visitor’s chat foreign', () => {
  expect(found('c1:2', 'c1:1')).toEqual(['reordered'])
  expect(found('c1:1', 'c2:1')).toEqual(['foreign'])
})

test('[X11] what Ebbot’s contract does not allow is found, and not answered', () => {
  const chats = new EbbotChats()
  const start = chats.hear({ chatId: undefined, text: undefined })
  expect(start?.texts).toHaveLength(1)
  expect(chats.hear({ chatId: 'another', text: 'c1:1' })).toBeUndefined()
  expect(chats.hear({ chatId: start?.chatId, text: undefined })).toBeUndefined()
  chats.hear({ chatId: start?.chatId, text: 're:c1:1/1' })
  expect(chats.findings.map(({ check }) => check)).toEqual(['faults', 'faults', 'faults'])
})

test('[X13] Ebbot answers what it hears, in the chat that it names', () => {
  const chats = new EbbotChats()
  const answer = chats.hear({ chatId: undefined, text: 'c1:2' })
  expect(answer?.texts).toEqual(['re:c1:2/1', 're:c1:2/2'])
  expect(chats.hear({ chatId: answer?.chatId, text: 'c1:3' })?.chatId).toBe(answer?.chatId)
})
