import { expect, test } from 'vitest'
import { signingSecret } from '../testing/receiver.ts'
import { subscriptionId, subscriptions } from './settings.ts'

const right = { url: 'https://crm.example.com/hook', topics: ['chat.message'], secret: signingSecret }
const whsec = (bytes: number) => `whsec_${Buffer.alloc(bytes, 1).toString('base64')}`

function problemOf(more: object): string {
  const read = subscriptions.safeParse([{ ...right, ...more }])
  return read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') ?? 'none'
}

test('[T18] a URL, topics and a secret are enough', () => {
  const [one] = subscriptions.parse([right])
  expect(one).toMatchObject({ timeoutMs: 15_000, maxBytes: 1_048_576, allowPrivateAddresses: false })
  const seconds = one?.retrySeconds ?? []
  expect(seconds).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400])
  expect(seconds.reduce((sum, each) => sum + each, 0)).toBe(75 * 3_600 + 35 * 60 + 5)
  expect(subscriptionId(right)).toMatch(/^[0-9a-f]{12}$/)
  expect(subscriptionId({ ...right, id: 'crm' })).toBe('crm')
})

test('[T18] what would not work or would not be safe is refused by its key', () => {
  const cases: [more: object, problem: RegExp][] = [
    [{ url: 'http://crm.example.com/hook' }, /^0\.url: only https/],
    [{ url: 'ftp://crm.example.com/' }, /^0\.url/],
    [{ url: 'https://me:pass@crm.example.com/' }, /^0\.url: .*user name/],
    [{ url: 'https://crm.example.com:25/' }, /^0\.url: the port/],
    [{ topics: [] }, /^0\.topics/],
    [{ topics: ['chat.typing'] }, /^0\.topics\.0/],
    [{ secret: 'short' }, /^0\.secret.*/],
    [{ secret: whsec(23) }, /^0\.secret/],
    [{ secret: whsec(65) }, /^0\.secret/],
    [{ secret: `${whsec(32)}!` }, /^0\.secret/],
    [{ secret: [] }, /^0\.secret/],
    [{ maxBytes: 1_000 }, /^0\.maxBytes/],
    [{ id: 'a b' }, /^0\.id/],
    [{ secrets: [] }, /secrets/]
  ]
  for (const [more, problem] of cases) expect(problemOf(more), JSON.stringify(more)).toMatch(problem)
  for (const more of [
    { secret: whsec(24) },
    { secret: [whsec(64), whsec(32)] },
    { url: 'https://a.example:8443/' }
  ])
    expect(problemOf(more)).toBe('none')
  const private1 = { url: 'http://127.0.0.1:9000/hook', allowPrivateAddresses: true }
  expect(problemOf(private1)).toBe('none')
  expect(problemOf({ url: 'http://me@127.0.0.1/', allowPrivateAddresses: true })).toMatch(/user name/)
})

test('[T18] no two subscriptions have one id', () => {
  const read = subscriptions.safeParse([right, { ...right, id: 'crm' }, right])
  expect(read.error?.issues[0]).toMatchObject({ path: [2, 'id'] })
})
