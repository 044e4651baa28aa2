import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { platforms } from './platforms.ts'

test('[Y33] the example is a configuration', () => {
  const text = readFileSync(join(import.meta.dirname, '../docs/examples/livechat.yaml'), 'utf8')
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name)
  const env = Object.fromEntries(names.map(name => [name, 'a-value-of-the-environment']))
  const { channels } = readConfig(text, env, platforms)
  expect(Object.values(channels).map(({ platform }) => platform)).toEqual(['livechat'])
})
