import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { ConfigError, configSchema, readConfig } from './config.ts'
import { platforms } from './platforms.ts'
import { siteRules } from './sites.ts'

/** The example of the documentation, to the letter. */
const example = readFileSync(new URL('../docs/footbridge.example.yaml', import.meta.url), 'utf8')
const env = {
  FOOTBRIDGE_SECRET: 'a-secret-of-the-relay',
  FOOTBRIDGE_API_TOKEN: 'a-token-of-the-api-0',
  INGENIOUS_TOKEN: 'a-token-of-theirs-00',
  INGENIOUS_WEBHOOK_SECRET: 'a-secret-for-the-path-0123456789'
}

function problemsOf(text: string, variables: Record<string, string> = env): readonly string[] {
  try {
    readConfig(text, variables, platforms)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('[F1] the documented example is right, and everything it leaves out has its default', () => {
  expect(readConfig(example, env, platforms)).toMatchObject({
    listen: { host: '127.0.0.1', port: 8080, proxies: 0 },
    secret: env.FOOTBRIDGE_SECRET,
    api: { token: env.FOOTBRIDGE_API_TOKEN },
    sites: { shop: { bot: 'support', title: 'Chat', maxText: 4_000, start: { restart: true } } },
    bots: { support: { platform: 'ingenious', webhookSecret: env.INGENIOUS_WEBHOOK_SECRET } },
    retry: { firstMs: 250, giveUpMs: 86_400_000 }
  })
})

test('[F2] each wrong key is named by its path, in words', () => {
  const cases: [from: string, to: string, problem: RegExp][] = [
    ['port: 8080', 'port: 80800', /^listen\.port: /],
    [
      '"https://shop.example.com"',
      '"https://shop.example.com/"',
      /^sites\.shop\.origins\[0\]: an origin is scheme/
    ],
    ['bot: support', 'bot: other', /^sites\.shop\.bot: there is no bot other$/],
    ['restart: true', 'restart: maybe', /^sites\.shop\.start/],
    [
      'platform: ingenious',
      'platform: nobody',
      /^bots\.support\.platform: there is no platform nobody; known: /
    ],
    ['platform: ingenious', 'platform: toString', /^bots\.support\.platform: there is no platform toString/],
    ['bot: support', 'bot: constructor', /^sites\.shop\.bot: there is no bot constructor$/],
    ['store: sqlite:./data/footbridge.db', 'store: "sqlite::memory:"', /^store: /],
    ['host: 127.0.0.1', 'host: ""', /^listen\.host: /],
    [
      'publicUrl: https://chat.example.com',
      'publicUrl: https://chat.example.com/?a=b',
      /^publicUrl: has no query/
    ],
    ['teamId: tm_1', 'teamID: tm_1', /^bots\.support(\.teamId)?: /],
    ['store: sqlite:./data/footbridge.db', 'store: mysql://x', /^store: /],
    ['publicUrl: https://chat.example.com', 'publicUrl: chat', /^publicUrl: /],
    ['sites:', 'sitse:', /sitse/],
    ['sites:\n', 'sites: [\n', /./]
  ]
  for (const [from, to, problem] of cases) {
    expect(example).toContain(from)
    expect(problemsOf(example.replace(from, to)).join('\n'), to).toMatch(problem)
  }
})

test('[F2] a variable that is not set is named with the key that wants it; no value is ever quoted', () => {
  const { INGENIOUS_TOKEN: _, ...rest } = env
  expect(problemsOf(example, rest)).toContain(
    'bots.support.accessToken: the environment variable INGENIOUS_TOKEN is not set'
  )
  const short = problemsOf(example, { ...env, FOOTBRIDGE_SECRET: 'hunter2' })
  expect(short.join()).toMatch(/^secret: a secret has at least 16/)
  expect(short.join()).not.toContain('hunter2')
})

test.each([
  'secret: [hunter2\nlisten: x',
  'listen: x\nsecret: "hunter2',
  'secret: *hunter2',
  'secret: !hunter2 x',
  'secret: "x" hunter2',
  'secret: |hunter2\n  x',
  'a: b: hunter2',
  'sites:\n  shop: |\n     x\n   hunter2: [\n'
])('[F2] what is no YAML is told by its place, without a line of it: %j', text => {
  const warned: string[] = []
  const warning = vi
    .spyOn(process, 'emitWarning')
    .mockImplementation(words => void warned.push(String(words)))
  const problems = problemsOf(text)
  warning.mockRestore()
  expect(problems[0]).toMatch(/\w/)
  expect([...problems, ...warned].join('\n')).not.toMatch(/hunter2|\n\n/)
})

test('[F2] what is no YAML says where', () => {
  expect(problemsOf('listen: x\nsecret: "x')[0]).toBe('line 2, column 11: Missing closing "quote')
})

test('[F4] the JSON Schema for editors is what the code says', () => {
  const written: unknown = JSON.parse(
    readFileSync(new URL('../docs/footbridge.schema.json', import.meta.url), 'utf8')
  )
  expect(JSON.parse(JSON.stringify(configSchema(platforms))), 'run npm run docs').toEqual(written)
})

test('[DK19] [DK21] what the desk needs to work is told to be missing, by its path', () => {
  const hash = `scrypt$17$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const account = (name: string, shown: string) =>
    `{ name: ${name}, shown: ${shown}, role: agent, hash: "${hash}" }`
  const desk = (accounts: string, canned = '') =>
    `${example}\nconsole: { accounts: [${accounts}]${canned} }\n`
  const nobody = (then: string, text: string) =>
    text.replace('bot: support', `bot: support\n    handover: { nobody: ${then} }`)
  const [anna, ben] = [account('anna', 'Anna'), account('ben', 'Ben')]
  const twice = ', canned: [{ shortcut: hi, text: Hello }, { shortcut: hi, text: Good day }]'
  const cases: [text: string, problem: RegExp | undefined][] = [
    [desk(`${anna}, ${ben}`), undefined],
    [desk(`${anna}, ${account('other', 'Anna')}`), /^console\.accounts: there more than once: Anna$/],
    [desk(anna, twice), /^console\.canned: there more than once: hi$/],
    [nobody('handback', example), /^sites\.shop\.handover\.nobody: needs console\.accounts/],
    [nobody('handback', desk(anna)), undefined],
    [nobody('form', desk(anna)), /^sites\.shop\.handover\.nobody: needs the site’s offline form$/]
  ]
  for (const [text, problem] of cases) {
    const problems = problemsOf(text).join('\n')
    if (problem) expect(problems, text).toMatch(problem)
    else expect(problems).toBe('')
  }
})

test('[F5] a time of any fraction is rounded up to whole milliseconds', () => {
  const read = readConfig(example, env, platforms)
  const handover = { nobody: 'form', keepHours: 0.3333333, takeWithinSeconds: 33.33333 } as const
  const sites = Object.entries(read.sites).map(([id, site]) => [id, { ...site, handover }])
  const rules = siteRules({ ...read, sites: Object.fromEntries(sites) }).get('shop')
  expect(rules).toMatchObject({ takeWithinMs: 33_334, nobody: { keepMs: 1_200_000 } })
})
