import { expect, test } from 'vitest'
import { Chat } from './chat.ts'
import type { Finding } from './records.ts'

/** A conversation at the bot, and what it has sent. */
function open() {
  const sent: string[] = []
  const findings: Finding[] = []
  const raw: unknown[] = []
  let events = 0
  const chat = new Chat({
    id: 'cv1',
    newEventId: () => `ev${(events += 1)}`,
    found: finding => findings.push(finding),
    deliver(all) {
      const message = all.flatMap(({ payload }) => payload['message'] ?? [])[0]
      raw.push(message)
      sent.push(JSON.stringify(message))
      return Promise.resolve()
    }
  })
  return { chat, sent, findings, newest: () => raw.at(-1) }
}

test('[X11] the next message is withheld until the one before is acknowledged', () => {
  const { chat, sent, newest } = open()
  chat.hear('start', undefined)
  chat.hear('k1', 'c1:1')
  expect(sent).toHaveLength(1)
  expect(chat.unacknowledged()).toHaveLength(2)
  chat.acknowledge(newest(), 'ms_cv1_1')
  expect(sent).toHaveLength(2)
  chat.acknowledge(newest(), 'ms_cv1_2')
  expect(chat.unacknowledged()).toEqual([])
})

test('[X11] a text is answered once for its key, and an acknowledgement counts once', () => {
  const { chat, sent, newest } = open()
  expect(chat.hear('start', undefined)).toBe(true)
  expect(chat.hear('start', undefined)).toBe(false)
  expect(chat.acknowledge(newest(), 'ms_cv1_1')).toBe(true)
  expect(chat.acknowledge(newest(), 'ms_cv1_1')).toBe(false)
  expect(sent).toHaveLength(1)
})

test('[X11] what the contract does not allow is found', () => {
  const { chat, findings, newest } = open()
  chat.hear('early', 'c1:1')
  expect(findings.map(({ check }) => check)).toEqual(['faults'])
  chat.hear('early', 'c1:2')
  chat.acknowledge(newest(), 'ms_cv1_77')
  chat.acknowledge({ id: 'ms_cv1_1', author: { type: 'chatbot' }, content: {} }, 'ms_cv1_1')
  expect(findings).toHaveLength(4)
  chat.hear('k3', 'c1:3')
  chat.hear('k2', 'c1:2')
  expect(findings.at(-1)?.check).toBe('reordered')
})
