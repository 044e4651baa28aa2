import { expect, test } from 'vitest'
import { readEbbotCall } from './ebbot.ts'
import { ebbotScenario } from './settings.ts'

const request = {
  method: 'POST',
  url: '/api/webhooks/wh-faults',
  headers: { 'content-type': 'application/json' }
}
const text = { type: 'text', value: 'c1:1', sandbox: false }
const read = (body: object, more: object = {}) => readEbbotCall({ ...request, ...more }, JSON.stringify(body))

test('[X11] a text and a start are understood', () => {
  expect(read(text)).toEqual({ chatId: undefined, text: 'c1:1' })
  expect(read({ ...text, chatId: '1.2.x' })).toEqual({ chatId: '1.2.x', text: 'c1:1' })
  const start = { type: 'scenario', value: { scenario: ebbotScenario }, sandbox: false }
  expect(read(start)).toEqual({ chatId: undefined, text: undefined })
})

test('[X11] a call that Ebbot’s contract does not have is not understood', () => {
  expect(read({ ...text, key: 'k1' })).toBeUndefined()
  expect(read({ ...text, sandbox: true })).toBeUndefined()
  expect(read({ type: 'text', value: 'c1:1' })).toBeUndefined()
  expect(read({ ...text, type: 'scenario' })).toBeUndefined()
  expect(read(text, { method: 'PUT' })).toBeUndefined()
  expect(read(text, { url: '/api/webhooks/another' })).toBeUndefined()
  expect(read(text, { headers: {} })).toBeUndefined()
})
