import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { platforms } from './platforms.ts'

const text = readFileSync(join(import.meta.dirname, '../docs/examples/bot9.yaml'), 'utf8')
const secret = 'x'.repeat(40)
const variables = { FOOTBRIDGE_SECRET: secret, BOT9_API_KEY: secret, BOT9_WEBHOOK_SECRET: secret }

test('[B41] the documented example of Bot9 is right', () => {
  expect(readConfig(text, variables, platforms).bots['support']).toMatchObject({ platform: 'bot9' })
})

test('[B20] without a choice of how webhooks are verified it is refused, in words', () => {
  const unchosen = text.replace(/ +verify: \{.*\}\n/, '')
  expect(unchosen).not.toBe(text)
  expect(() => readConfig(unchosen, variables, platforms)).toThrow(
    /^bots\.support\.verify: how webhooks are verified must be chosen/
  )
  const empty = text.replace('{ mode: url-token }', '{}')
  expect(() => readConfig(empty, variables, platforms)).toThrow(/^bots\.support\.verify\.mode: choose one/)
})
