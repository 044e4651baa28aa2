import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { check } from './shape.ts'
import { repository } from './tree.ts'

test('every platform folder has the same shape', () => {
  expect(check(repository)).toEqual([])
})

const whole = {
  'relay/bots/parrot/contract.ts': '',
  'relay/bots/parrot/verify.ts': '',
  'relay/bots/parrot/receive.ts': '',
  'relay/bots/parrot/send.ts': '',
  'relay/bots/parrot/index.ts': '',
  'relay/bots/parrot/samples/said.json': '{}',
  'relay/bots/parrot/parrot.test.ts': 'botContract(parrot)'
}

test('a whole platform passes, and the widget needs no such shape', () => {
  expect(check(plant({ ...whole, 'relay/channels/widget/session.ts': '' }))).toEqual([])
})

test.each([
  ['contract.ts', 'contract.ts'],
  ['verify.ts', 'verify.ts'],
  ['receive.ts', 'receive.ts'],
  ['send.ts', 'send.ts'],
  ['index.ts', 'index.ts'],
  ['samples/said.json', 'sample in samples/*.json'],
  ['parrot.test.ts', 'test that runs botContract()']
])('a platform without %s is found', (file, said) => {
  const { [`relay/bots/parrot/${file}` as keyof typeof whole]: _, ...rest } = whole
  expect(check(plant(rest))).toEqual([`relay/bots/parrot has no ${said}`])
})

test('a channel must run the suite of channels', () => {
  const wrong = check(plant({ 'relay/channels/mail/mail.test.ts': 'botContract(mail)' }))
  expect(wrong).toContain('relay/channels/mail has no test that runs channelContract()')
})
