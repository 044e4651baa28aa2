import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading } from '../../conversation/heard.ts'
import { createCaller } from '../../lib/call.ts'
import { quietLog } from '../../lib/log.ts'
import { bodyOf, incomingOf } from '../../testing/bodies.ts'
import { testClock } from '../../testing/clock.ts'
import { ids, keys, visitors } from './case.contract.ts'
import { engageDigital } from './index.ts'
import { wordsOf } from './words.ts'

const knowing = { 'x-dimelo-secret': keys.secret }

function open(more: object = {}) {
  const told: string[] = []
  const note = (facts: object, words: string) => void told.push(`${words} ${JSON.stringify(facts)}`)
  const counted: string[] = []
  const channel = engageDigital.open(engageDigital.settings.parse({ ...keys, ...more }), {
    self: 'channels/care',
    caller: createCaller({ connections: 1, timeoutMs: 100 }),
    clock: testClock(),
    log: { ...quietLog, error: note },
    meter: { notShown: id => void counted.push(id) }
  })
  const incoming = (...events: readonly object[]) =>
    incomingOf(bodyOf({ domain_id: ids.domain, events }), knowing)
  return { channel, incoming, told, counted }
}

const asked = (more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': 'f0e1d2c3',
    'hub.verify_token': keys.verifyToken,
    ...more
  })

test('[G1] who knows both secrets gets the challenge, and nothing else', () => {
  const { channel } = open()
  expect(channel.challenge?.(asked(), knowing)).toEqual({ status: 200, text: 'f0e1d2c3' })
})

test.each([
  ['another token', asked({ 'hub.verify_token': 'verify-token-78' }), knowing, 401],
  ['no token', asked({ 'hub.verify_token': '' }), knowing, 401],
  ['another secret', asked(), { 'x-dimelo-secret': 'another-secret' }, 401],
  ['no secret', asked(), {}, 401],
  ['another mode', asked({ 'hub.mode': 'unsubscribe' }), knowing, 400],
  ['no challenge', asked({ 'hub.challenge': '' }), knowing, 400],
  ['markup', asked({ 'hub.challenge': '<script>alert(1)</script>' }), knowing, 400],
  ['a line of a header', asked({ 'hub.challenge': 'a\r\nb' }), knowing, 400],
  ['a flood', asked({ 'hub.challenge': 'a'.repeat(10_000) }), knowing, 400],
  ['nothing', new URLSearchParams(), knowing, 401]
])('[G1] with %s the challenge does not come back', (_, query, headers, status) => {
  const challenge = open().channel.challenge?.(query, headers)
  expect(challenge?.status).toBe(status)
  expect(challenge?.text).not.toContain(query.get('hub.challenge') || 'f0e1d2c3')
})

const imported = (more: object = {}, issued_at = '2026-03-02T10:15:27.412Z') => {
  const metadata = { ...visitors(), private: true, ...more }
  return { type: 'content.imported', issued_at, resource: { id: metadata.id, metadata } }
}
const textsIn = (reading: Reading) =>
  reading.ok ? reading.heard.map(({ input }) => ('text' in input ? input.text : input.kind)) : []

test('[G2] events are heard in the order they were issued in, however they stand in the request', () => {
  const { channel, incoming } = open()
  const at = (second: number) =>
    imported({ body: `at ${second}`, id: `content-${second}` }, `2026-03-02T10:00:0${second}.500Z`)
  expect(textsIn(channel.receive(incoming(at(3), at(1), at(2))))).toEqual(['at 1', 'at 2', 'at 3'])
})

test.each([
  ['an agent’s answer', { status: 'user_reply' }],
  ['what an agent began', { status: 'user_initiated' }],
  ['what was ignored', { status: 'ignored' }],
  ['what was forwarded', { status: 'forwarded' }],
  ['what a user wrote', { creator_id: ids.agent }],
  ['what an identity of ours wrote', { author_id: '7a00000000000000000000a9' }],
  ['what is the agents’ to answer', { category_ids: [ids.agentCategory] }]
])('[G3] %s is not heard', (_, more) => {
  const { channel, incoming } = open({ ownIdentities: ['7a00000000000000000000a9'] })
  expect(textsIn(channel.receive(incoming(imported())))).toHaveLength(1)
  expect(channel.receive(incoming(imported(more)))).toMatchObject({ ok: true, heard: [] })
})

test('[G4] no markup is left, whatever it was, and no time is lost', () => {
  fc.assert(
    fc.property(fc.string(), words => {
      const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      const plain = wordsOf({ body: words, isHtml: false })
      expect(wordsOf({ body: `<p class="x">${escaped}</p>`, isHtml: true })).toBe(plain)
    })
  )
  for (const piece of ['<', '<style>', '<br', '</p', '&', '&#x', '<li ', '<a href="']) {
    // What grows with the square of it would never come back.
    expect(wordsOf({ body: piece.repeat(200_000), isHtml: true })).toBeTypeOf('string')
  }
})

test.each([
  ['<a href="https://x.example">here</a>', 'here'],
  ['a &#128161; &#xD800; &#0; &nope; &AMP;', 'a 💡 &#xD800; &#0; &nope; &'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['<p>a</p><p>b</p><br><br><br><br>c', 'a\nb\n\nc'],
  ['<STYLE>x</STYLE>İ<script>y</script>z', 'İz']
])('[G4] HTML as words: %s', (body, words) => {
  expect(wordsOf({ body, isHtml: true })).toBe(words)
})

const intervention = {
  type: 'intervention.opened',
  issued_at: '2026-03-02T10:15:27.412Z',
  user_id: ids.bot,
  resource: {
    id: ids.intervention,
    metadata: { thread_id: ids.thread, user_id: ids.bot, source_id: ids.source }
  }
}

test('[G5] before it is known who we are, our own intervention is not taken for an agent’s', () => {
  const { channel, incoming } = open({ botUserId: undefined })
  expect(channel.receive(incoming(intervention))).toMatchObject({
    heard: [],
    ignored: ['an intervention, before it is known who we are']
  })
})

const exported = (more: object, type = 'content.exported') => ({
  type,
  resource: {
    id: ids.content,
    metadata: visitors({ creator_id: ids.bot, synchronization_status: 'success', ...more })
  }
})

test('[G20] a reply that could not be shown is told to operators and counted, once', () => {
  const { channel, incoming, told, counted } = open({ sources: [ids.source] })
  const failed = incoming(exported({ synchronization_status: 'export_failure', body: 'what was said' }))
  channel.observe?.(failed)
  channel.observe?.(failed)
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('export_failure')
  expect(told[0]).not.toContain('what was said')
  expect(counted).toEqual(['channels/care'])
})

test('[G20] what was shown, and what is not ours, is no news for operators', () => {
  const { channel, incoming, told } = open({ sources: [ids.source] })
  channel.observe?.(incoming(exported({}), exported({ synchronization_status: 'export_pending' })))
  const aborted = { synchronization_status: 'export_aborted' }
  channel.observe?.(
    incoming(exported({ ...aborted, creator_id: ids.agent }), exported({ ...aborted, creator_id: null }))
  )
  channel.observe?.(
    incoming(exported({ ...aborted, source_id: ids.thread }), exported(aborted, 'content.replied'))
  )
  channel.observe?.(incomingOf(Buffer.from('[')))
  expect(told).toEqual([])
})

test('[G22] a setting that could not work or would not be safe is refused by its key', () => {
  const wrong: Readonly<Record<string, unknown>> = {
    apiUrl: 'ftp://x.example',
    accessToken: 'two words',
    secret: 'sécret-with-accent',
    verifyToken: 'short',
    botCategory: '../..',
    sources: ['"or'],
    requestsPerMinute: 1,
    webhookSecret: 'short',
    whenClosed: 'perhaps',
    unheardOf: 1
  }
  for (const [key, value] of Object.entries(wrong)) {
    const read = engageDigital.settings.safeParse({ ...keys, [key]: value })
    expect(read.success, key).toBe(false)
    expect(JSON.stringify(read.error?.issues), key).toContain(key)
  }
})

test('[G22] one category cannot be both the bot’s and the agents’', () => {
  const read = engageDigital.settings.safeParse({ ...keys, agentCategory: ids.botCategory })
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['agentCategory'])
})

test('[G23] events of another account are turned away, where the account is told', () => {
  const { incoming } = open()
  expect(open({ domainId: ids.domain }).channel.verify(incoming())).toEqual({ ok: true })
  expect(open({ domainId: ids.thread }).channel.verify(incoming())).toMatchObject({ ok: false, status: 404 })
})
