import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { platforms } from './platforms.ts'

test('[G24] the documented example of Engage Digital is right', () => {
  const text = readFileSync(join(import.meta.dirname, '../docs/examples/engage-digital.yaml'), 'utf8')
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name)
  const env = Object.fromEntries(names.map(name => [name, `of-the-${name}-0123456789`]))
  const { channels } = readConfig(text, env, platforms)
  expect(channels['care']).toMatchObject({ platform: 'engage-digital', bot: 'support' })
})
