import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { platforms } from './platforms.ts'
import { retentionSites, siteRules } from './sites.ts'

const examples = ['engage-digital', 'livechat'] as const

/** The documented example, with this more of its channel. */
function channelWith(example: (typeof examples)[number], more: string) {
  const text = readFileSync(join(import.meta.dirname, `../docs/examples/${example}.yaml`), 'utf8')
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name)
  const env = Object.fromEntries(names.map(name => [name, `of-the-${name}-0123456789`]))
  return readConfig(text.replace('  care:\n', `  care:\n${more}`), env, platforms)
}

test.each(examples)('[LW36] a channel masks and erases as a site does: %s', example => {
  const config = channelWith(example, '    mask: [card]\n    retentionDays: 30\n')
  expect(siteRules(config).get('channels/care')?.mask?.('4111 1111 1111 1111, please')).toBe('[card], please')
  expect(retentionSites(config)).toEqual([{ site: 'channels/care', days: 30 }])
})

test.each(examples)('[LW36] without the settings it keeps all as it is: %s', example => {
  const config = channelWith(example, '')
  expect(siteRules(config).get('channels/care')?.mask).toBeUndefined()
  expect(retentionSites(config)).toEqual([])
})

test.each(examples)('[LW36] what is wrong is refused by its key: %s', example => {
  expect(() => channelWith(example, '    mask: [cards]\n')).toThrow(/channels\.care\.mask/)
  expect(() => channelWith(example, '    retentionDays: 0\n')).toThrow(/channels\.care\.retentionDays/)
})
