import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type RunningRelay, runRelay, type Visitor } from '../../testing/relay.ts'

let relay: RunningRelay
beforeEach(async () => {
  relay = await runRelay()
})
afterEach(() => relay.close())

const answer = z.object({
  conversations: z.array(z.looseObject({ id: z.string(), site: z.string(), found: z.string().optional() })),
  before: z.number().optional(),
  indexed: z.number()
})
async function search(query: Record<string, string>) {
  const response = await relay.api('GET', `/conversations/search?${new URLSearchParams(query)}`)
  expect(response.status).toBe(200)
  return answer.parse(await response.json())
}
const idsOf = async (query: Record<string, string>) => (await search(query)).conversations.map(({ id }) => id)

/** Conversations of one visitor each, who says these texts. */
async function saying(...texts: string[]): Promise<string[]> {
  const conversations: string[] = []
  for (const text of texts) {
    const visitor = relay.socket()
    conversations.push((await visitor.hello()).conversation)
    await says(visitor, text)
  }
  return conversations
}
async function says(visitor: Visitor, text: string, nth = 1): Promise<void> {
  const id = `said-${nth}-0001`
  await visitor.send({ type: 'say', id, text })
  await visitor.heard(frame => frame.type === 'said' && frame.id === id)
}

test('[OP20] what was just said is found by any of its words, the newest first', async () => {
  const [first, second, third] = await saying('Where is my order?', 'An Order for Zoë', '我的订单在哪里')
  expect(await idsOf({ text: 'order' })).toEqual([second, first])
  expect(await idsOf({ text: 'ORDER where' })).toEqual([first])
  expect(await idsOf({ text: 'zoe' })).toEqual([second])
  expect(await idsOf({ text: '订单' })).toEqual([third])
  expect(await idsOf({ text: 'ord' })).toEqual([second, first])
  expect(await idsOf({ text: 'ord ' })).toEqual([])
  expect((await search({ text: 'zoe' })).conversations[0]).toMatchObject({
    site: 'shop',
    phase: 'bot',
    found: 'An Order for \u0002Zoë\u0003'
  })
})

const signs = [
  '"',
  "'",
  '*',
  '"order',
  'order"',
  'order OR',
  'AND order',
  'NOT',
  'NEAR(order, 2)',
  'words:order',
  '-order',
  '^order',
  '(',
  ')',
  'order)',
  '{order}',
  '+',
  'a+b',
  '%',
  '_',
  ';',
  '--',
  '/*',
  '\\',
  '\u0000',
  '\u0002',
  '🙂',
  ' ',
  ''
]
test('[OP21] no sign means anything, and none fails', async () => {
  const [conversation] = await saying('order')
  for (const text of signs) {
    const response = await relay.api('GET', `/conversations/search?text=${encodeURIComponent(text)}`)
    expect([text, response.status]).toEqual([text, 200])
  }
  for (const text of ['"order', '-order', '(order', '^order*', 'order"']) {
    expect([text, await idsOf({ text })]).toEqual([text, [conversation]])
  }
  for (const text of ['order OR nothing', 'NOT order', 'words:order']) {
    expect([text, await idsOf({ text })]).toEqual([text, []])
  }
})

test('[OP22] site, platform, phase and time narrow it, and are a search of their own', async () => {
  const [first, second] = await saying('order one', 'order two')
  await relay.api('POST', `/conversations/${first}/close`)
  const both = [second, first]
  expect(await idsOf({ text: 'order', phase: 'closed' })).toEqual([first])
  expect(await idsOf({ phase: 'bot' })).toEqual([second])
  expect(await idsOf({})).toEqual(both)
  expect(await idsOf({ text: 'order', platform: 'bots/support', site: 'shop' })).toEqual(both)
  for (const none of [
    { site: 'other' },
    { platform: 'bots/other' },
    { from: '99999999999999' },
    { to: '5' }
  ]) {
    expect(await idsOf(none)).toEqual([])
    expect(await idsOf({ text: 'order', ...none })).toEqual([])
  }
  for (const bad of [
    'limit=0',
    'limit=101',
    'phase=x',
    'from=x',
    `text=${'x'.repeat(201)}`,
    'text=a&text=b'
  ]) {
    expect((await relay.api('GET', `/conversations/search?${bad}`)).status).toBe(400)
  }
})

test('[OP22] pages follow each other without a gap or a repeat', async () => {
  const visitors = Array.from({ length: 5 }, () => relay.socket())
  for (const visitor of visitors) await visitor.hello()
  for (const nth of [1, 2, 3]) for (const visitor of visitors) await says(visitor, `order ${nth}`, nth)
  for (const query of [{ text: 'order' }, {}]) {
    const whole = await idsOf(query)
    expect(new Set(whole).size).toBe(5)
    const paged: string[] = []
    for (let before: number | undefined; paged.length < 10; ) {
      const page = await search({ ...query, limit: '2', ...(before && { before: `${before}` }) })
      paged.push(...page.conversations.map(({ id }) => id))
      before = page.before
      if (before === undefined) break
    }
    expect(paged).toEqual(whole)
  }
})
