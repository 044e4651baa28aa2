import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import type { Input } from './conversation/input.ts'
import { masked } from './conversation/masked.ts'
import type { Json } from './lib/json.ts'
import { platforms } from './platforms.ts'
import { type Receiver, signingSecret, startReceiver } from './testing/receiver.ts'
import { origin, type RunningRelay, runRelay } from './testing/relay.ts'
import { until } from './testing/until.ts'

let relay: RunningRelay
let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
  const topics = '[chat.user.message, chat.agent.message, chat.data.update, chat.user.update, chat.close]'
  relay = await runRelay(
    `subscriptions:\n  - { url: "${receiver.url}", topics: ${topics}, secret: ${signingSecret}, allowPrivateAddresses: true }`,
    {
      sites: `  masking:
    { origins: ["${origin}"], bot: support, start: { restart: true }, maxText: 100,
      mask: [card, email, { name: order, pattern: 'ORD-\\d{6}' }] }`
    }
  )
})
afterEach(async () => {
  await relay.close()
  await receiver.close()
})

const wanted = ['4111 1111 1111 1111', '4111111111111111', 'ada@example.com', 'ORD-123456']
const traces = [...wanted, '4111%201111']
const said = (id: string, text: string) => ({ type: 'say', id, text }) as const

test('[LW30] what a site masks is nowhere, and the visitor reads what was kept', async () => {
  const visitor = relay.socket('masking')
  const { conversation } = await visitor.hello({
    site: 'masking',
    page: {
      url: 'https://shop.example.com/?mail=ada@example.com',
      title: 'ORD-123456',
      data: { card: 4111111111111111 }
    }
  })
  await visitor.send(
    said('client-say-0001', `Charge ${wanted[0]} for ORD-123456, and write to ada@example.com`)
  )
  const shown = await visitor.heard(
    frame => frame.type === 'entries' && frame.entries.some(({ kind }) => kind === 'message')
  )
  expect(shown).toMatchObject({
    entries: [{ content: { text: 'Charge [card] for [order], and write to [email]' } }]
  })
  await until(() => relay.platform.calls.length >= 3)
  await relay.webhook(handover)
  await relay.api('POST', `/conversations/${conversation}/take`, { name: 'Anna' })
  await relay.api('POST', `/conversations/${conversation}/say`, { text: `Is it ${wanted[1]}?` })
  // Longer than a visitor's text may be.
  const note = { text: `It was ${wanted[1]}${', as was said'.repeat(10)}`, id: 'client-note-01' }
  await relay.api('POST', `/conversations/${conversation}/note`, note)
  const metadata = { [`of ${wanted[2]}`]: wanted[3], tried: [wanted[0], 4111111111111111] }
  await relay.api('POST', `/conversations/${conversation}/handback`, { metadata })
  await relay.api('POST', `/conversations/${conversation}/close`, {})
  await visitor.send({ type: 'rate', id: 'client-rate-01', score: 2, text: `I said ${wanted[1]}` })
  await visitor.heard(frame => frame.type === 'entries' && frame.entries.some(({ kind }) => kind === 'rated'))
  await until(() => receiver.events.some(({ event }) => event.topic === 'chat.close'))
  const log = await (await relay.api('GET', `/conversations/${conversation}`)).text()
  expect(log).toContain('Is it [card]?')
  expect(log).toContain('I said [card]')
  expect(log).toContain('It was [card]')
  expect(log).toContain('{"of [email]":"[order]","tried":["[card]","[card]"]}')
  const searched = (text: string) => relay.api('GET', `/conversations/search?text=${text}`)
  for (const [text, times] of [
    ['4111', 0],
    ['123456', 0],
    ['ada', 0],
    ['card', 1]
  ] as const)
    expect(await (await searched(text)).json(), text).toMatchObject({
      conversations: Array.from({ length: times }, () => ({ id: conversation }))
    })
  const everything = [
    log,
    await (await relay.api('GET', `/visitors/${conversation}/export`)).text(),
    await (await fetch(`${relay.url}/metrics`)).text(),
    JSON.stringify([relay.platform.calls, receiver.events, visitor.frames, relay.logged]),
    ...readdirSync(relay.folder, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
  ]
  for (const trace of traces)
    expect(
      everything.filter(text => text.includes(trace)),
      trace
    ).toEqual([])
})

const handover = {
  app: { teamId: 'tm_1', botId: 'bt_1' },
  webhook: { id: 'wh_1', version: 'v1' },
  events: [
    {
      id: 'ev_h',
      timestamp: 1,
      type: 'conversation:handover',
      payload: { conversation: { id: 'cv_1' }, handover: { metadata: {} } }
    }
  ]
}

test('[LW30] of names that are masked alike none is lost, and each can be told from the others', () => {
  const mask = (text: string) => text.replace(/\w+@\w+\.com/g, '[email]')
  const handback = (metadata: Json): Input => ({ kind: 'handback', name: 'Anna', metadata })
  const keptOf = (metadata: Json) => masked(handback(metadata), { maxText: 100, mask })
  const told = { 'a@x.com': 1, '[email] 2': 2, 'b@y.com': 3, of: [{ 'c@z.com': 4, 'd@z.com': 5 }] }
  const kept = { '[email]': 1, '[email] 2': 2, '[email] 3': 3, of: [{ '[email]': 4, '[email] 2': 5 }] }
  expect(keptOf(told)).toEqual(handback(kept))
  expect(keptOf(kept)).toEqual(handback(kept))
})

test('[LW35] a text that is sent again is known again, and a site that masks nothing keeps all', async () => {
  const visitor = relay.socket('masking')
  await visitor.hello({ site: 'masking' })
  await visitor.send(said('client-say-0001', 'It is ORD-123456'))
  const first = await visitor.heard(frame => frame.type === 'said')
  visitor.frames.splice(0)
  await visitor.send(said('client-say-0001', 'It is ORD-123456'))
  expect(await visitor.heard(frame => frame.type === 'said')).toEqual(first)
  const other = relay.socket()
  await other.hello()
  await other.send(said('client-say-0001', 'It is ORD-123456'))
  expect(
    await other.heard(
      frame => frame.type === 'entries' && frame.entries.some(({ kind }) => kind === 'message')
    )
  ).toMatchObject({
    entries: [{ content: { text: 'It is ORD-123456' } }]
  })
})

test('[LW34] a pattern that could not be searched for is refused by its key', () => {
  const config = (mask: string) => `
publicUrl: https://chat.example.com
secret: secret-of-the-relay-0
sites: { shop: { origins: ["${origin}"], bot: b, start: { restart: true }, mask: ${mask} } }
bots: { b: { platform: ingenious, baseUrl: "https://x.example.com", accessToken: t, teamId: t, botId: b, webhookId: w, webhookSecret: 0123456789abcdef } }`
  expect(() => readConfig(config("[card, { name: own, pattern: '(a+)+$' }]"), {}, platforms)).not.toThrow()
  const wrong = [
    "[{ name: own, pattern: '(a' }]",
    "[{ name: own, pattern: '(?=a)' }]",
    '[{ name: card, pattern: a }]',
    '[cards]',
    '[]'
  ]
  for (const one of wrong)
    expect(() => readConfig(config(one), {}, platforms), one).toThrow(/sites\.shop\.mask/)
})
