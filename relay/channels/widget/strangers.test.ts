import { SignJWT } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ConversationId, conversationId, visitorToken } from '#shared/ids.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Up } from '#shared/wire/up.ts'
import { fileSites, type Guest, guest, identityKey } from '../../testing/files.ts'
import { png } from '../../testing/pictures.ts'
import { type RunningRelay, runRelay, type Visitor } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

let relay: RunningRelay
beforeEach(async () => {
  relay = await runRelay('', { sites: fileSites })
})
afterEach(() => relay.close())

/** What somebody has that could be named by somebody else. */
interface Ids {
  conversation: ConversationId
  epoch: string
  /** Of what they said. */
  said: string
  /** Uploaded and not said yet. */
  file: string
  seq: number
}

type Naming = (of: Ids) => Up
const bySaying: Naming = ({ said, seq }) => ({ type: 'say', id: said, text: 'Hello', of: seq })

/** Every frame that a widget may send, naming whatever it can name. Who adds one says here what it names. */
const frames: Record<Exclude<Up['type'], 'hello' | 'erase'>, readonly Naming[]> = {
  say: [bySaying],
  file: [({ said, file }) => ({ type: 'file', id: said, file })],
  postback: [({ said, seq }) => ({ type: 'postback', id: said, seq, action: 0 })],
  ask: [
    ({ said }) => ({ type: 'ask', id: said, what: 'back' }),
    ({ said }) => ({ type: 'ask', id: said, what: 'close' })
  ],
  rate: [({ said }) => ({ type: 'rate', id: said, score: 1 })],
  older: [
    ({ conversation }) => ({ type: 'older', conversation, limit: 200 }),
    ({ conversation, seq }) => ({ type: 'older', conversation, limit: 200, before: seq }),
    ({ conversation }) => ({
      type: 'older',
      conversation: conversation.slice(0, -1) as ConversationId,
      limit: 9
    }),
    ({ conversation }) => ({ type: 'older', conversation: ` ${conversation}` as ConversationId, limit: 9 }),
    ({ conversation }) => ({
      type: 'older',
      conversation: conversation.toUpperCase() as ConversationId,
      limit: 9
    }),
    ({ conversation }) => ({ type: 'older', conversation: `${conversation}%` as ConversationId, limit: 9 })
  ],
  past: [() => ({ type: 'past' })],
  page: [
    ({ conversation }) => ({
      type: 'page',
      page: { url: 'https://shop.example.com/', data: { conversation } }
    })
  ],
  seen: [({ seq }) => ({ type: 'seen', seq })],
  typing: [() => ({ type: 'typing', state: 'start' })],
  ping: [() => ({ type: 'ping' })]
}

const canary = 'the key is under the mat'
const nobodys: Ids = {
  conversation: conversationId.parse('c0000000000000000000000000'),
  epoch: 'nowhere',
  said: 'client-of-nobody-000',
  file: 'A'.repeat(22),
  seq: 7
}

/** Somebody in the middle of a conversation, and all that they could be found by. */
async function somebody(): Promise<{ one: Guest; ids: Ids }> {
  const one = await guest(relay, 'always')
  const { body } = await one.upload(png(), 'mine.png')
  const said = 'client-of-theirs-00'
  await one.socket.send({ type: 'say', id: said, text: canary })
  await one.socket.heard(frame => frame.type === 'receipts' && frame.delivered >= 2)
  const welcome = await one.socket.heard(frame => frame.type === 'welcome')
  const { conversation, epoch } = welcome as Extract<Down, { type: 'welcome' }>
  return { one, ids: { conversation, epoch, said, file: body.file?.id ?? '', seq: 2 } }
}

/** What is answered, and not what is told to everybody in the room as it happens. */
const answers = new Set<Down['type']>(['older', 'past', 'said', 'refused', 'welcome', 'bye'])

/** All that this visitor is answered to a frame, with what it named taken out. */
async function answered(socket: Visitor, sent: Up, named: Ids): Promise<unknown[]> {
  const before = socket.frames.length
  const pongs = () => socket.frames.slice(before).filter(({ type }) => type === 'pong').length
  await socket.send(sent)
  await socket.send({ type: 'ping' })
  await until(() => pongs() > (sent.type === 'ping' ? 1 : 0))
  const heard = socket.frames.slice(before).filter(({ type }) => answers.has(type))
  let text = JSON.stringify(heard)
  const asked = 'conversation' in sent ? [sent.conversation] : []
  for (const id of [...asked, named.conversation, named.said, named.file]) text = text.replaceAll(id, 'ID')
  return JSON.parse(
    text.replace(/"(at|openedAt|lastAt)":\d+/g, '"$1":0').replace(/"id":"c\w{20,}"/g, '"id":"own"')
  )
}

test('[A36] another visitor’s ids, sent in whatever frame, are answered as ids of nobody, and change nothing', async () => {
  const { one, ids } = await somebody()
  const told = one.socket.frames.length
  for (const namings of Object.values(frames)) {
    const [first, second] = [await guest(relay, 'always'), await guest(relay, 'always')]
    for (const naming of namings) {
      const theirs = await answered(first.socket, naming(ids), ids)
      expect(theirs, naming(ids).type).toEqual(await answered(second.socket, naming(nobodys), nobodys))
    }
    expect(JSON.stringify(first.socket.frames)).not.toContain(canary)
    first.socket.end()
    second.socket.end()
  }
  expect(one.socket.frames.slice(told)).toEqual([])
  const log = await (await relay.api('GET', `/conversations/${ids.conversation}`)).json()
  expect(log).toMatchObject({ summary: { head: 2, phase: 'bot' } })
})

test('[A36] a hello that names where another visitor was leads to one’s own conversation, from its beginning', async () => {
  const { ids } = await somebody()
  const { conversation, ...mine } = await guest(relay, 'always')
  const token = visitorToken.parse(mine.token)
  const hello = async ({ conversation: of, epoch }: Ids) => {
    const socket = relay.socket('always')
    const cursor = { epoch, conversation: of, seq: 1 }
    const welcome = await socket.hello({ version: 2, site: 'always', token, cursor })
    await until(() => socket.frames.some(({ type }) => type === 'entries'))
    expect(JSON.stringify(socket.frames)).not.toContain(canary)
    return welcome
  }
  const theirs = await hello(ids)
  expect(theirs).toEqual(await hello({ ...nobodys, epoch: ids.epoch }))
  expect(theirs).toMatchObject({ conversation, resumed: false, after: 0 })
})

test('[A36] what only looks like another’s token or identity is turned away as one of nobody is', async () => {
  const { one } = await somebody()
  const known = relay.socket('known')
  const signed = (sub: string, key = identityKey) =>
    new SignJWT({ sub, aud: 'known' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(key))
  await known.hello({ version: 2, site: 'known', identity: await signed('ada') })
  const turnedAway = async (site: string, more: Record<string, string>) => {
    const socket = relay.socket(site)
    await socket.send(JSON.stringify({ type: 'hello', version: 2, site, ...more }))
    const { code, reason } = await socket.closed
    return { code, reason, frames: socket.frames }
  }
  const flipped = one.token.replace(/^./, first => (first === 'A' ? 'B' : 'A'))
  const random = await turnedAway('always', { token: 'A'.repeat(43) })
  expect(random).toMatchObject({ code: 4401, reason: 'token' })
  expect(await turnedAway('always', { token: flipped })).toEqual(random)
  expect(await turnedAway('files', { token: one.token })).toEqual(random)
  const wrongKey = 'y'.repeat(identityKey.length)
  const forged = await turnedAway('known', { identity: await signed('ada', wrongKey) })
  expect(forged).toMatchObject({ code: 4403, reason: 'identity' })
  expect(await turnedAway('known', { identity: await signed('nobody', wrongKey) })).toEqual(forged)
  expect(await turnedAway('known', { token: one.token })).toEqual(forged)
  const cut = (await signed('ada')).slice(0, -1)
  expect(await turnedAway('known', { identity: cut })).toEqual(forged)
})
