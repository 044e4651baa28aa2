import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fullDisk } from '../testing/full-disk.ts'
import { type Receiver, signingSecret, startReceiver } from '../testing/receiver.ts'
import { type RunningRelay, runRelay } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

let relay: RunningRelay
let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
  relay = await runRelay(subscriptions())
})
afterEach(async () => {
  await relay.close()
  await receiver.close()
  expect(receiver.failures).toEqual([])
})

const subscriptions = () => `
subscriptions:
  - { id: crm, url: "${receiver.url}", topics: [chat.user.message, chat.erase], secret: ${signingSecret},
      allowPrivateAddresses: true, retrySeconds: [0.05, 0.05, 0.05, 0.05] }`

const said = (text: string, id = 'client-say-0001') => ({ type: 'say', id, text }) as const

/** Two conversations of one visitor; answers their ids, the older first. */
async function twoOf(words: string) {
  const first = relay.socket()
  const { conversation, token } = await first.hello({ version: 2 })
  await first.send(said(words))
  await first.heard(frame => frame.type === 'said')
  await relay.api('POST', `/conversations/${conversation}/close`, {})
  first.end()
  const next = relay.socket()
  const begun = await next.hello({ version: 2, fresh: true, ...(token !== undefined && { token }) })
  return { ids: [conversation, begun.conversation], socket: next, token }
}

const erase = (id: string) => relay.api('POST', `/visitors/${id}/erase`, {})
const note = (id: string, text: string) =>
  relay.api('POST', `/conversations/${id}/note`, { text, id: 'client-note-01' })
async function found(query: string): Promise<string[]> {
  const response = await relay.api('GET', `/conversations/search?${query}`)
  const { conversations } = (await response.json()) as { conversations: { id: string }[] }
  return conversations.map(({ id }) => id)
}
const log = async (id: string) =>
  (await relay.api('GET', `/conversations/${id}`)).json() as Promise<{ entries: unknown[] }>
const inFiles = (words: string) =>
  readdirSync(relay.folder)
    .filter(name => name.startsWith('log.db'))
    .some(name => readFileSync(join(relay.folder, name), 'latin1').includes(words))
const events = (topic: string) => receiver.events.filter(({ event }) => event.topic === topic)

test('[LW20] an operator erases all of a visitor by any of their conversations, and nothing of another', async () => {
  const { ids, socket, token } = await twoOf('words-of-the-erased')
  const other = await twoOf('words-of-who-stays')
  await until(() => events('chat.user.message').length >= 2)
  const answer = await erase(ids[0] ?? '')
  expect([answer.status, await answer.json()]).toEqual([200, { erased: expect.arrayContaining(ids) }])
  expect((await socket.closed).reason).toBe('erased')
  expect([inFiles('words-of-the-erased'), inFiles('words-of-who-stays')]).toEqual([false, true])
  expect(await log(other.ids[0] ?? '')).toMatchObject({
    entries: [{ kind: 'opened' }, { kind: 'message' }, {}]
  })
  const back = relay.socket()
  await back.send({ type: 'hello', version: 2, site: 'shop', ...(token !== undefined && { token }) })
  expect((await back.closed).reason).toBe('token')
})

test('[LW21] in the place of each log a tombstone says when, without words and names; the visitor’s own wish leaves the same', async () => {
  const { ids } = await twoOf('words')
  await erase(ids[1] ?? '')
  const own = await twoOf('words')
  await own.socket.send({ type: 'erase' })
  await own.socket.closed
  const [seq, at] = [expect.any(Number), expect.any(Number)]
  for (const id of [...ids, ...own.ids]) {
    expect(await log(id)).toEqual({
      entries: [{ kind: 'erased', site: 'shop', bot: 'bots/support', seq, at }],
      summary: { id, site: 'shop', bot: 'bots/support', phase: 'closed', head: seq, openedAt: at, at }
    })
  }
})

test('[LW21] [OP22] [OP24] lists, searches, timelines and health go on beside tombstones, which say nothing', async () => {
  const { ids } = await twoOf('words-of-the-erased')
  const { ids: others } = await twoOf('words-of-who-stays')
  await note(ids[1] ?? '', 'noted-of-the-erased')
  expect(await found('text=noted')).toEqual([ids[1]])
  await erase(ids[0] ?? '')
  expect((await found('site=shop')).sort()).toEqual([...ids, ...others].sort())
  expect([await found('text=noted'), await found('text=erased')]).toEqual([[], []])
  expect((await found('text=stays')).length).toBe(1)
  const list = await relay.api('GET', '/conversations')
  expect(list.status).toBe(200)
  const told = await list.text()
  for (const id of [...ids, ...others]) expect(told).toContain(id)
  for (const words of ['of-the-erased', 'Anna']) expect(told).not.toContain(words)
  for (const id of ids) {
    const timeline = (await (await relay.api('GET', `/conversations/${id}/timeline`)).json()) as {
      entries: unknown[]
    }
    expect(timeline.entries).toMatchObject([
      { kind: 'erased', deliveries: [{ destination: expect.stringContaining('crm') }] }
    ])
  }
  expect((await relay.api('GET', '/health')).status).toBe(200)
  expect((await relay.api('GET', '/dead-letters')).status).toBe(200)
})

test('[LW22] subscribers are told of each tombstone, over a restart too, and of nothing that was owed before', async () => {
  receiver.usual = 503
  const { ids } = await twoOf('words')
  await until(() => receiver.events.length >= 1)
  await erase(ids[0] ?? '')
  const before = receiver.events.length
  await relay.restart(subscriptions())
  receiver.usual = 204
  const told = () => new Set(receiver.events.slice(before).map(({ event }) => event.topic))
  const again = () => receiver.events.slice(before).filter(({ event }) => event.topic === 'chat.erase')
  const erased = () => new Set(again().map(({ event }) => (event['data'] as { id: string }).id))
  await until(() => erased().size === 2)
  expect([...erased()].sort()).toEqual([...ids].sort())
  expect([...told()]).toEqual(['chat.erase'])
  expect(events('chat.erase')[0]?.event).toMatchObject({
    botId: 'support',
    previous: 0,
    data: { erasedAt: expect.any(String) }
  })
})

test('[LW23] a tombstone takes nothing, and there is nobody behind it any more', async () => {
  const { ids } = await twoOf('words')
  const [id = ''] = ids
  const before = await erase(id)
  expect(before.status).toBe(200)
  const [tombstone] = (await log(id)).entries
  for (const verb of ['take', 'close', 'handback']) {
    expect((await relay.api('POST', `/conversations/${id}/${verb}`, {})).status).toBe(404)
  }
  expect((await relay.api('POST', `/conversations/${id}/say`, { text: 'Hello' })).status).toBe(404)
  expect((await note(id, 'Hello')).status).toBe(404)
  expect((await erase(id)).status).toBe(404)
  expect((await relay.api('GET', `/visitors/${id}/export`)).status).toBe(404)
  expect(await log(id)).toMatchObject({ entries: [tombstone] })
  expect((await log(id)).entries).toHaveLength(1)
})

test('[LW50] while an erasure cannot be done to its end, nobody reads or replays anything of it, and it may be wanted again', async () => {
  const { ids } = await twoOf('words-of-the-erased')
  const [id = ''] = ids
  await until(() => events('chat.user.message').length >= 1)
  const makeRoom = fullDisk(relay.folder)
  expect((await erase(id)).status).toBe(503)
  for (const path of ['', '/timeline']) {
    expect((await relay.api('GET', `/conversations/${id}${path}`)).status, path).toBe(404)
  }
  expect((await relay.api('GET', `/visitors/${id}/export`)).status).toBe(404)
  expect(await found('text=words')).toEqual([])
  expect((await relay.api('POST', `/conversations/${id}/say`, { text: 'Hello' })).status).toBe(404)
  const replay = async (range: object) => {
    const answer = await relay.api('POST', '/subscriptions/crm/replay', range)
    return [answer.status, await answer.json()]
  }
  const nothing = [200, expect.objectContaining({ owed: 0 })]
  expect(await replay({ conversation: id })).toEqual(nothing)
  expect(await replay({ from: 0, to: Date.now() })).toEqual(nothing)
  makeRoom()
  const answer = await erase(id)
  expect([answer.status, await answer.json()]).toEqual([200, { erased: [id] }])
  expect(inFiles('words-of-the-erased')).toBe(false)
  expect((await erase(id)).status).toBe(404)
  await until(() => events('chat.erase').length === 2)
  expect(events('chat.user.message')).toHaveLength(1)
})

test('[LW20] nobody is erased by a conversation that there is not, and the deed is in the audit log', async () => {
  expect((await erase('c-nobody')).status).toBe(404)
  expect((await relay.api('POST', '/visitors/c-nobody/erase', { all: true })).status).toBe(400)
  const { deeds } = (await (await relay.api('GET', '/deeds')).json()) as { deeds: unknown[] }
  expect(deeds).toMatchObject([
    { what: '/visitors/:id/erase', about: 'c-nobody', outcome: '400' },
    { what: '/visitors/:id/erase', about: 'c-nobody', outcome: '404' }
  ])
})
