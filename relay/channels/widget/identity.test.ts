import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { type IdentityRules, verifyIdentity } from './identity.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const seconds = now / 1_000
const secretOf = (letter: string) => createSecretKey(letter.repeat(40), 'utf8')
const [old, fresh, foreign] = [secretOf('a'), secretOf('b'), secretOf('c')]
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 })

const rules = (more: Partial<IdentityRules> = {}): IdentityRules => ({
  site: 'shop',
  algorithm: 'HS256',
  keys: [old],
  required: false,
  ...more
})

const claims = { sub: 'c-4711', aud: 'shop', iat: seconds, exp: seconds + 600 }

function sign(
  payload: JWTPayload,
  key: KeyObject = old,
  header: Partial<JWTHeaderParameters> = {}
): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', ...header }).sign(key)
}

async function look(payload: JWTPayload, key?: KeyObject, header?: Partial<JWTHeaderParameters>) {
  return verifyIdentity(rules(), await sign(payload, key, header), now)
}

test('[M5] a fresh token of the site says who the visitor is', async () => {
  expect(await look(claims)).toEqual({ ok: true, sub: 'c-4711' })
  const known = { name: 'Ada', email: 'ada@example.com', avatar: 'https://shop.example.com/ada.png' }
  expect(await look({ ...claims, ...known })).toEqual({ ok: true, sub: 'c-4711', ...known })
})

test('[M5] what is wrong about the person costs itself and nothing else', async () => {
  const odd = { name: 7, email: 'ada at home', avatar: 'javascript:alert(1)' }
  expect(await look({ ...claims, ...odd })).toEqual({ ok: true, sub: 'c-4711' })
})

test.each(['ES256', 'EdDSA', 'RS256'] as const)('[M5] a site may have %s instead', async algorithm => {
  const pairs = {
    ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: () => generateKeyPairSync('ed25519'),
    RS256: () => rsa
  }
  const { privateKey, publicKey } = pairs[algorithm]()
  const jwt = await sign(claims, privateKey, { alg: algorithm })
  expect(await verifyIdentity(rules({ algorithm, keys: [publicKey] }), jwt, now)).toMatchObject({ ok: true })
  expect(await verifyIdentity(rules(), jwt, now)).toMatchObject({ ok: false })
})

describe('[M6] what is refused', () => {
  const without = (claim: keyof typeof claims) => ({ ...claims, [claim]: undefined })

  test.each<[what: string, payload: JWTPayload, why: RegExp]>([
    ['it has no exp', without('exp'), /exp/],
    ['it has expired', { ...claims, exp: seconds - 61 }, /EXPIRED/],
    ['it holds for more than an hour', { ...claims, exp: seconds + 3_661 }, /more than an hour/],
    ['it holds for a hundred years', { ...claims, exp: seconds + 3_155_760_000 }, /more than an hour/],
    ['it has no sub', without('sub'), /sub/],
    ['its sub is empty', { ...claims, sub: '' }, /sub/],
    ['its sub is long', { ...claims, sub: 'x'.repeat(201) }, /sub/],
    ['it has no aud', without('aud'), /aud/],
    ['it is for another site', { ...claims, aud: 'other' }, /aud/],
    ['it is for a site whose name begins so', { ...claims, aud: 'shop2' }, /aud/],
    ['it is not valid yet', { ...claims, nbf: seconds + 61 }, /nbf/],
    ['it was made in the future', { ...claims, iat: seconds + 61 }, /iat/]
  ])('%s', async (_, payload, why) => {
    expect(await look(payload)).toEqual({ ok: false, why: expect.stringMatching(why) })
  })

  test.each<[what: string, payload: object]>([
    ['exp is words', { ...claims, exp: '9999999999' }],
    ['iat is words', { ...claims, iat: 'now' }],
    ['sub is a list', { ...claims, sub: ['c-4711'] }],
    ['sub is an object', { ...claims, sub: { $ne: '' } }],
    ['aud is an object', { ...claims, aud: { shop: 1 } }]
  ])('%s', async (_, payload) => {
    expect(await look(payload as JWTPayload)).toMatchObject({ ok: false })
  })

  test('a token without a signature', async () => {
    expect(await verifyIdentity(rules(), new UnsecuredJWT(claims).encode(), now)).toMatchObject({ ok: false })
    const [header, payload] = (await sign(claims)).split('.')
    expect(await verifyIdentity(rules(), `${header}.${payload}.`, now)).toMatchObject({ ok: false })
  })

  test('a token signed with the public key as if it were a secret', async () => {
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const jwt = await sign(claims, createSecretKey(pem, 'utf8'))
    expect(
      await verifyIdentity(rules({ algorithm: 'RS256', keys: [rsa.publicKey] }), jwt, now)
    ).toMatchObject({
      ok: false
    })
  })

  test('another algorithm of the same key', async () => {
    expect(await look(claims, old, { alg: 'HS512' })).toMatchObject({
      ok: false
    })
  })

  test('a token of somebody else, whatever its header says of keys', async () => {
    const headers: Partial<JWTHeaderParameters>[] = [
      {},
      { kid: '../../dev/null' },
      { kid: "' UNION SELECT 'secret" },
      { jku: 'https://evil.example.com/keys.json' },
      { x5u: 'https://evil.example.com/cert.pem' },
      { jwk: Object.assign({ kty: 'oct' }, { k: Buffer.from('c'.repeat(40)).toString('base64url') }) }
    ]
    for (const header of headers) {
      expect(await look(claims, foreign, header)).toMatchObject({
        ok: false,
        why: expect.stringMatching(/SIGNATURE/)
      })
    }
  })

  test('an extension that would have to be understood', async () => {
    const [, payload, signature] = (await sign(claims)).split('.')
    const header = Buffer.from('{"alg":"HS256","crit":["exp"],"exp":1}').toString('base64url')
    expect(await verifyIdentity(rules(), `${header}.${payload}.${signature}`, now)).toMatchObject({
      ok: false
    })
  })

  test.each(['', '.', '..', '...', 'null', '{}', 'x'.repeat(4_096), 'é.é.é'])(
    'what is no JWT: %j',
    async jwt => {
      expect(await verifyIdentity(rules(), jwt, now)).toMatchObject({ ok: false })
    }
  )

  test('one changed letter, anywhere', async () => {
    const jwt = await sign(claims)
    for (let i = 0; i < jwt.length - 1; i += 7) {
      const changed = jwt.slice(0, i) + (jwt[i] === 'A' ? 'B' : 'A') + jwt.slice(i + 1)
      expect([i, await verifyIdentity(rules(), changed, now)]).toMatchObject([i, { ok: false }])
    }
  })
})

test('[M6] why it was refused quotes nothing of the token', async () => {
  const { why } = (await look({ ...claims, aud: 'canary-of-a-token' })) as { why: string }
  expect(why).not.toContain('canary')
})

test('[M7] while a key replaces another both are live, and then the old one is dead', async () => {
  const both = rules({ keys: [fresh, old] })
  for (const key of [old, fresh])
    expect(await verifyIdentity(both, await sign(claims, key), now)).toMatchObject({ ok: true })
  const after = rules({ keys: [fresh] })
  expect(await verifyIdentity(after, await sign(claims, old), now)).toMatchObject({ ok: false })
  expect(await verifyIdentity(after, await sign(claims, fresh), now)).toMatchObject({ ok: true })
  expect(await verifyIdentity(both, await sign({ ...claims, exp: 1 }, old), now)).toMatchObject({
    why: expect.stringMatching(/EXPIRED/)
  })
})
