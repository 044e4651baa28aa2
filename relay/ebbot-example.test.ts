import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { platforms } from './platforms.ts'

const text = readFileSync(join(import.meta.dirname, '../docs/examples/ebbot.yaml'), 'utf8')
const env = {
  EBBOT_WEBHOOK_URL: 'https://v2.ebbot.app/api/webhooks/wh-1',
  EBBOT_WEBHOOK_SECRET: 'secret-0123456789abcdef',
  FOOTBRIDGE_SECRET: 'secret-0123456789abcdef'
}

test('[E22] the example of an Ebbot bot is a configuration that is taken', () => {
  expect(readConfig(text, env, platforms)).toMatchObject({
    sites: { shop: { start: {}, pages: [{ start: { scenario: expect.any(String) } }] } },
    bots: { support: { platform: 'ebbot', webhookUrl: env.EBBOT_WEBHOOK_URL } }
  })
})

test('[E22] a start that Ebbot does not know is refused by its place', () => {
  const wrong = text.replace('start: {}', 'start: { restart: true }')
  expect(() => readConfig(wrong, env, platforms)).toThrow(/sites\.shop\.start/)
})
