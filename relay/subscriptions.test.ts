import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { platforms } from './platforms.ts'

const whsec = (bytes: number) => `whsec_${Buffer.alloc(bytes, 1).toString('base64')}`

test('[T18] the documented example is right; a wrong key in it is named by its path', () => {
  const example = readFileSync(new URL('../docs/examples/topics.yaml', import.meta.url), 'utf8')
  const env = {
    FOOTBRIDGE_SECRET: 'a-secret-of-the-relay',
    FOOTBRIDGE_API_TOKEN: 'a-token-of-the-api-0',
    INGENIOUS_TOKEN: 'a-token-of-theirs-00',
    INGENIOUS_WEBHOOK_SECRET: 'a-secret-for-the-path-01',
    CRM_SIGNING_SECRET: whsec(32),
    STATS_SIGNING_SECRET: whsec(33),
    STATS_NEW_SECRET: whsec(34)
  }
  expect(readConfig(example, env, platforms).subscriptions).toHaveLength(2)
  const wrong = { ...env, STATS_NEW_SECRET: 'a-secret-that-signs-nothing' }
  const problems = () => readConfig(example, wrong, platforms)
  expect(problems).toThrow(ConfigError)
  expect(problems).toThrow(/^subscriptions\[1\]\.secret/)
  expect(problems).not.toThrow(/signs-nothing/)
})
