import { expect, test } from 'vitest'
import { createEar } from './ear.ts'
import type { Finding } from './records.ts'

const welcome = (after: number) => ({
  type: 'welcome',
  version: 1,
  conversation: 'c',
  epoch: 'e',
  after,
  head: 9,
  seen: 0,
  site: { title: 'Chat', maxText: 100 }
})
const entries = (...seqs: number[]) => ({
  type: 'entries',
  entries: seqs.map(seq => ({ seq, at: 5, kind: 'closed' }))
})

/** What an ear of visitor 1 finds in these frames. */
function found(...frames: unknown[]): string[] {
  const findings: Finding[] = []
  const hear = createEar(1, finding => findings.push(finding))
  for (const frame of frames) hear(JSON.stringify(frame))
  return findings.map(({ check }) => check)
}

test('[X7] a hole on the wire is a gap, though the widget would ask again', () => {
  expect(found(welcome(2), entries(3, 4), entries(5))).toEqual([])
  expect(found(welcome(2), entries(3), entries(5))).toEqual(['gaps'])
  expect(found(welcome(2), entries(4))).toEqual(['gaps'])
})

test('[X5] an entry that comes twice on one socket is doubled, though the widget would not show it', () => {
  expect(found(welcome(2), entries(3), entries(3, 4))).toEqual(['doubled'])
  expect(found(welcome(2), entries(2, 3))).toEqual(['doubled'])
})

test("[X10] another visitor's text on the wire is foreign", () => {
  const said = (text: string) => ({
    type: 'entries',
    entries: [{ seq: 1, at: 5, kind: 'message', by: 'bot', content: { kind: 'text', text } }]
  })
  expect(found(welcome(0), said('re:c1:4/1'))).toEqual([])
  expect(found(welcome(0), said('re:c2:4/1'))).toEqual(['foreign'])
})

test('a frame that is not of the protocol is a fault', () => {
  expect(found({ type: 'welcome' })).toEqual(['faults'])
})
