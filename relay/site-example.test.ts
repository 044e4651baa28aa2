import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { earlySite as earlyShape, lateSite as lateShape } from '#shared/site.ts'
import type { SiteConfig } from './config/site.ts'
import { ConfigError, readConfig } from './config.ts'
import { platforms } from './platforms.ts'
import { earlySite, lateSite } from './site-settings.ts'

const text = readFileSync(join(import.meta.dirname, '../docs/examples/site.yaml'), 'utf8')
const secret = 'secret-0123456789-abcdef-0123456789'
const names = ['FOOTBRIDGE_SECRET', 'FOOTBRIDGE_API_TOKEN', 'INGENIOUS_TOKEN', 'INGENIOUS_WEBHOOK_SECRET']
const env = Object.fromEntries(
  [...names, 'SHOP_IDENTITY_SECRET', 'SHOP_IDENTITY_NEW_SECRET'].map(name => [name, secret])
)

function shop(): SiteConfig {
  const { sites } = readConfig(text, env, platforms)
  if (!sites['shop']) throw new Error('the example has no shop')
  return sites['shop']
}

function problemOf(from: string, to: string): string {
  expect(text).toContain(from)
  try {
    readConfig(text.replace(from, to), env, platforms)
    return ''
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join('\n')
    throw error
  }
}

test('[M1] the documented example names every key of a site, and what the widget is told is of the wire’s shape', () => {
  const site = shop()
  const early = earlySite('shop', site)
  expect(earlyShape.strict().parse(early)).toEqual(early)
  expect(Object.keys(early).sort()).toEqual(Object.keys(earlyShape.shape).sort())
  const late = lateSite(site)(Date.parse('2026-11-20T10:00:00Z'))
  expect(lateShape.strict().parse(late)).toEqual(late)
  expect(Object.keys(late).sort()).toEqual(Object.keys(lateShape.shape).sort())
  expect(late.hours).toEqual({ open: true })
  expect(lateSite(site)(Date.parse('2026-12-25T10:00:00Z')).hours).toEqual({
    open: false,
    opensAt: Date.parse('2026-12-28T08:00:00Z')
  })
})

test('[M1] a site that says nothing costs its pages no byte', () => {
  const plain = text.replace(/ {4}# How it looks[^]*?\nbots:/, '\nbots:')
  const { sites } = readConfig(plain, env, platforms)
  const site = sites['shop']
  expect(site && earlySite('shop', site)).toEqual({ site: 'shop' })
  expect(site && lateSite(site)(0)).toEqual({ title: 'Chat', maxText: 4_000 })
})

test('[M1] no secret is in what the widget is told', () => {
  const site = shop()
  expect(JSON.stringify([earlySite('shop', site), lateSite(site)(0)])).not.toContain('secret')
})

test.each<[from: string, to: string, problem: RegExp]>([
  ['"#1f6f4a"', 'greenish', /^sites\.shop\.color: a colour is #rgb/],
  ['"#1f6f4a"', '"#1f6f4a;}"', /^sites\.shop\.color: /],
  ['side: end', 'side: top', /^sites\.shop\.position\.side: /],
  ['locale: en-GB', 'locale: english please', /^sites\.shop\.locale: a language tag/],
  ['texts: { placeholder', 'texts: { "<b>": x, placeholder', /^sites\.shop\.texts/],
  ['avatar: https:', 'avatar: http:', /^sites\.shop\.avatar: an https address/],
  ['"/checkout*"', '"checkout"', /^sites\.shop\.hiddenOn\[0\]: a path begins with \//],
  ['id: prices', 'id: Prices!', /^sites\.shop\.greetings\[0\]\.id: /],
  ['scrolled: 50', 'scrolled: 150', /^sites\.shop\.greetings\[0\]\.scrolled: /],
  ['name: about', 'name: email', /^sites\.shop\.offline\.fields: there more than once: email/],
  ['kind: select', 'kind: text', /^sites\.shop\.offline\.fields\[1\]\.options: a select has options/],
  ['Europe/Berlin', 'Europe/Bielefeld', /^sites\.shop\.hours\.timeZone: a time zone/],
  ['"09:00-15:00"', '"9-15"', /^sites\.shop\.hours\.week\.fri\[0\]: a time of a day/],
  ['"09:00-15:00"', '"22:00-02:00"', /^sites\.shop\.hours\.week\.fri\[0\]: it ends before it begins/],
  ['"2027-03-26"', '"2027-02-30"', /^sites\.shop\.hours\.closed\[3\]: there is no such day/],
  ['visitor: { back', 'visitor: { bakc', /^sites\.shop\.visitor: .*bakc/],
  ['algorithm: HS256', 'algorithm: none', /^sites\.shop\.identity\.algorithm: /],
  ['algorithm: HS256', 'algorithm: RS256', /^sites\.shop\.identity\.keys\[0\]: RS256 wants a public key/],
  [
    '[${SHOP_IDENTITY_NEW_SECRET}, ${SHOP_IDENTITY_SECRET}]',
    '[too-short]',
    /^sites\.shop\.identity\.keys\[0\]: a secret/
  ],
  [
    '[${SHOP_IDENTITY_NEW_SECRET}, ${SHOP_IDENTITY_SECRET}]',
    '[]',
    /^sites\.shop\.identity\.keys: one key, or two/
  ]
])('[M2] %s as %s is refused in words', (from, to, problem) => {
  expect(problemOf(from, to)).toMatch(problem)
})

test('[M2] a key of another algorithm is refused, whichever way round', () => {
  const pem = (type: 'ed25519' | 'ec') => {
    const pair =
      type === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-384' }) : generateKeyPairSync('ed25519')
    return pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  }
  const keyed = (algorithm: string, key: string) =>
    problemOf(
      'algorithm: HS256\n      # Two are live while one replaces the other.\n      keys: [${SHOP_IDENTITY_NEW_SECRET}, ${SHOP_IDENTITY_SECRET}]',
      `algorithm: ${algorithm}\n      keys: [${JSON.stringify(key)}]`
    )
  expect(keyed('EdDSA', pem('ed25519'))).toBe('')
  expect(keyed('HS256', pem('ed25519'))).toMatch(/keys\[0\]: HS256 wants a secret, and this is a key/)
  expect(keyed('ES256', pem('ec'))).toMatch(/keys\[0\]: not a key for ES256: the elliptic curve P-256/)
  expect(keyed('ES256', pem('ed25519'))).toMatch(/keys\[0\]: not a key for ES256/)
  const { privateKey } = generateKeyPairSync('ed25519')
  const secretPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect(keyed('EdDSA', secretPem)).toMatch(/keys\[0\]: EdDSA wants a public key/)
})
