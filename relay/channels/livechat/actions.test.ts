import { afterEach, expect, test } from 'vitest'
import type { Draft } from '../../conversation/entry.ts'
import type { Receipt } from '../../outbox/destination.ts'
import { owed } from '../../testing/calls.ts'
import { until } from '../../testing/until.ts'
import { createLimiter } from './limiter.ts'
import {
  address,
  ann,
  begun,
  chatWith,
  createWorld,
  eventAt,
  ids,
  inThread,
  keys,
  ourBot,
  visitor,
  type World
} from './world.contract.ts'

let world: World
afterEach(() => world.close())

const byBot = (text: string): Draft => ({
  kind: 'message',
  by: 'bot',
  via: 'bots/x',
  content: { kind: 'text', text },
  payloads: [],
  raw: null
})
const handover: Draft = { kind: 'handover', metadata: {}, until: 1 }

/** An entry owed to the chat; `old`: written before this process began. */
function call(draft: Draft, { attempts = 0, old = false } = {}) {
  const whole = owed(draft)
  return { ...whole, address, attempts, entry: { ...whole.entry, at: old ? begun - 1 : begun } }
}
const send = (draft: Draft, how = {}, channel = world.channel): Promise<Receipt> =>
  channel.send(call(draft, how))
const actions = () => world.asked().map(({ action }) => action)

test('[Y12] in 3.6 the bot speaks by its own token, which is asked for once', async () => {
  world = await createWorld()
  await Promise.all([send(byBot('one')), send(byBot('two'))])
  await send(byBot('three'))
  expect(world.asked('issue_bot_token')).toHaveLength(1)
  expect(world.asked('issue_bot_token')[0]?.body).toEqual({
    bot_id: ids.bot,
    client_id: keys.clientId,
    bot_secret: keys.botSecret,
    organization_id: keys.organizationId
  })
  const spoken = world.far.seen.filter(({ path }) => path.endsWith('send_event'))
  expect(spoken[0]).toMatchObject({
    path: '/v3.6/agent/action/send_event',
    headers: { authorization: 'Bearer token.of.the-bot' }
  })
  expect(spoken.some(({ headers }) => 'x-author-id' in headers)).toBe(false)
})

test('[Y12] the token is renewed before its 24 hours are over', async () => {
  world = await createWorld()
  await send(byBot('one'))
  world.clock.move(22.9 * 3_600_000)
  await send(byBot('two'))
  expect(world.asked('issue_bot_token')).toHaveLength(1)
  world.clock.move(0.2 * 3_600_000)
  await send(byBot('three'))
  expect(world.asked('issue_bot_token')).toHaveLength(2)
})

test('[Y12] a token that is not taken is renewed once, and no oftener', async () => {
  world = await createWorld()
  world.answers('send_event', 'authentication', { event_id: 'x' })
  expect(await send(byBot('one'))).toEqual({ kind: 'taken' })
  expect(world.asked('issue_bot_token')).toHaveLength(2)
  world.answers('send_event', 'authentication')
  expect(await send(byBot('two'))).toMatchObject({ kind: 'refused' })
  expect(world.asked('issue_bot_token')).toHaveLength(3)
})

test('[Y13] in 3.5 the operator’s token speaks for the bot by X-Author-Id', async () => {
  world = await createWorld({ version: '3.5', accountId: 'me' })
  await send(byBot('one'))
  expect(world.far.seen).toHaveLength(1)
  expect(world.far.seen[0]).toMatchObject({
    path: '/v3.5/agent/action/send_event',
    headers: {
      'x-author-id': ids.bot,
      authorization: `Basic ${Buffer.from(`me:${keys.accessToken}`).toString('base64')}`
    }
  })
})

test('[Y13] an OAuth token that has ended is renewed once', async () => {
  const oauth = { version: '3.5', refreshToken: 'refresh-0123', clientSecret: 'client-secret-0123' }
  world = await createWorld(oauth)
  world.answers('send_event', 'authentication', { event_id: 'x' })
  world.answers('token', { access_token: 'fra:fresh' })
  expect(await send(byBot('one'))).toEqual({ kind: 'taken' })
  const asked = Object.fromEntries(new URLSearchParams(String(world.asked('token')[0]?.body)))
  expect(asked).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'refresh-0123',
    client_id: keys.clientId,
    client_secret: 'client-secret-0123'
  })
  expect(world.far.seen.at(-1)?.headers.authorization).toBe('Bearer fra:fresh')
})

test('[Y14] a call to the wrong region is repeated once, and later calls know the region', async () => {
  world = await createWorld()
  world.answers('send_event', 'misdirected_request', { event_id: 'x' })
  expect(await send(byBot('one'))).toEqual({ kind: 'taken' })
  await send(byBot('two'))
  const regions = world.far.seen
    .filter(({ path }) => path.endsWith('send_event'))
    .map(({ headers }) => headers['x-region'])
  expect(regions).toEqual([undefined, 'fra', 'fra'])
  world.answers('send_event', 'misdirected_request')
  expect(await send(byBot('three'))).toMatchObject({ kind: 'refused' })
  expect(world.asked('send_event')).toHaveLength(4)
})

test.each([
  ['too_many_requests', 'later'],
  ['internal', 'later'],
  ['service_unavailable', 'later'],
  ['request_timeout', 'unknown'],
  ['chat_inactive', 'gone'],
  ['validation', 'refused'],
  ['authorization', 'refused'],
  ['not_found', 'refused'],
  ['license_expired', 'refused']
])('[Y15] the error %s means %s, whatever the status', async (type, kind) => {
  world = await createWorld()
  world.answers('send_event', type)
  expect(await send(byBot('one'))).toMatchObject({ kind, reason: expect.stringContaining(type) })
})

test('[Y16] no more calls a second than the settings allow, and what is urgent goes first', async () => {
  world = await createWorld()
  const limiter = createLimiter(2, world.clock)
  const gone: string[] = []
  const turn = (name: string, urgency: 'now' | 'soon') =>
    void limiter.turn(urgency).then(() => gone.push(name))
  for (const name of ['look 1', 'look 2', 'look 3']) turn(name, 'soon')
  turn('say', 'now')
  await Promise.resolve()
  expect(gone).toEqual(['look 1', 'look 2'])
  expect(limiter.idle()).toBe(false)
  world.clock.move(499)
  await Promise.resolve()
  expect(gone).toHaveLength(2)
  world.clock.move(1)
  await Promise.resolve()
  expect(gone).toEqual(['look 1', 'look 2', 'say'])
  world.clock.move(500)
  await Promise.resolve()
  expect(gone).toEqual(['look 1', 'look 2', 'say', 'look 3'])
})

test('[Y16] every call waits for its turn', async () => {
  world = await createWorld({ version: '3.5', callsPerSecond: 1 })
  await send(byBot('one'))
  const second = send(byBot('two'))
  // By the time this is answered, a call that did not wait would be there.
  await fetch(`${world.far.url}/barrier`, { method: 'POST', body: '{}' })
  expect(world.asked('send_event')).toHaveLength(1)
  world.clock.move(1_000)
  expect(await second).toEqual({ kind: 'taken' })
})

test('[Y17] every message has an id of its own, and one of unknown fate is looked for before it is sent again', async () => {
  world = await createWorld()
  await send(byBot('one'))
  const [sent] = world.asked('send_event')
  expect(sent?.body).toEqual({
    chat_id: ids.chat,
    event: { type: 'message', text: 'one', visibility: 'all', custom_id: 'fb.c-7f3a.7.0' }
  })
  world.answers(
    'get_chat',
    chatWith({ events: [eventAt(1, { author_id: ids.bot, custom_id: 'fb.c-7f3a.7.0' })] })
  )
  expect(await send(byBot('one'), { attempts: 1 })).toEqual({ kind: 'taken' })
  expect(world.asked('send_event')).toHaveLength(1)
  world.answers('get_chat', chatWith())
  expect(await send(byBot('one'), { attempts: 2 })).toEqual({ kind: 'taken' })
  expect(world.asked('send_event')).toHaveLength(2)
})

test('[Y17] so is what an earlier process may have sent', async () => {
  world = await createWorld()
  world.answers('get_chat', chatWith({ events: [eventAt(1, { custom_id: 'fb.c-7f3a.7.0' })] }))
  expect(await send(byBot('one'), { old: true })).toEqual({ kind: 'taken' })
  expect(actions()).toEqual(['get_chat'])
})

test('[Y17] of a message in several parts only those are sent again that are not there', async () => {
  world = await createWorld()
  const long = 'word '.repeat(8_000)
  world.answers('send_event', { event_id: 'x' }, 'internal')
  expect(await send(byBot(long))).toMatchObject({ kind: 'later' })
  world.answers('get_chat', chatWith({ events: [eventAt(1, { custom_id: 'fb.c-7f3a.7.0' })] }))
  world.answers('send_event', { event_id: 'x' })
  expect(await send(byBot(long), { attempts: 1 })).toEqual({ kind: 'taken' })
  const sent = world.asked('send_event').map(({ body }) => JSON.stringify(body))
  expect(sent.map(text => /7\.(\d)"/.exec(text)?.[1])).toEqual(['0', '1', '1', '2'])
})

test('[Y18] nothing is said in the next thread that was meant for the last', async () => {
  world = await createWorld()
  world.hook('chat_deactivated', inThread())
  expect(await send(byBot('too late'))).toMatchObject({ kind: 'gone' })
  world.hook('incoming_chat', { chat: { ...chatWith(), thread: { id: 'RM2CD4EF8I', active: true } } })
  expect(await send({ kind: 'closed' })).toEqual({ kind: 'taken' })
  expect(actions()).toEqual([])
})

test('[Y18] a chat is closed only while this thread of it is the active one', async () => {
  world = await createWorld()
  world.answers('get_chat', chatWith({ active: false }))
  expect(await send({ kind: 'closed' })).toEqual({ kind: 'taken' })
  world.answers('get_chat', chatWith())
  expect(await send({ kind: 'closed' })).toEqual({ kind: 'taken' })
  expect(world.asked('deactivate_chat').map(({ body }) => body)).toEqual([
    { id: ids.chat, ignore_requester_presence: true }
  ])
})

test('[Y19] a handover transfers the chat, and the bot looks on', async () => {
  world = await createWorld({ handover: { groups: [3, 5] } })
  world.answers('get_chat', chatWith({}, [visitor, ann, { ...ourBot, visibility: 'agents' }]))
  expect(await send(handover)).toEqual({
    kind: 'taken',
    inputs: [{ kind: 'take', name: 'Ann', on: 'channels/care' }]
  })
  expect(world.asked()).toEqual([
    {
      action: 'transfer_chat',
      body: { id: ids.chat, target: { type: 'group', ids: [3, 5] }, ignore_agents_availability: false }
    },
    {
      action: 'add_user_to_chat',
      body: {
        chat_id: ids.chat,
        user_id: ids.bot,
        user_type: 'agent',
        visibility: 'agents',
        ignore_requester_presence: true
      }
    },
    { action: 'get_chat', body: { chat_id: ids.chat, thread_id: ids.thread } }
  ])
})

test('[Y19] a transfer of unknown fate is not made twice', async () => {
  world = await createWorld()
  world.answers('get_chat', chatWith({}, [visitor, { ...ourBot, present: false }, ann]))
  expect(await send(handover, { attempts: 1 })).toMatchObject({ kind: 'taken' })
  expect(world.asked('transfer_chat')).toEqual([])
})

const nobody = [{ kind: 'handback', why: 'nobody', metadata: {}, on: 'channels/care' }]

test.each(['agent_offline', 'validation'])(
  '[Y20] after %s the visitor is told that nobody is free, and the bot has it again',
  async type => {
    world = await createWorld({ handover: { nobody: 'All are busy.' } })
    world.answers('transfer_chat', type)
    expect(await send(handover)).toEqual({ kind: 'taken', inputs: nobody })
    expect(world.asked('send_event')[0]?.body).toMatchObject({
      event: { text: 'All are busy.', visibility: 'all' }
    })
    expect(world.logged).toHaveLength(type === 'validation' ? 1 : 0)
  }
)

test('[Y20] told once, even if the process died in between', async () => {
  world = await createWorld()
  world.answers('get_chat', chatWith({ events: [eventAt(1, { custom_id: 'fb.c-7f3a.7.nobody' })] }))
  expect(await send(handover, { old: true })).toEqual({ kind: 'taken', inputs: nobody })
  expect(actions()).toEqual(['get_chat'])
})

test('[Y20] a transfer that may pass later is tried later', async () => {
  world = await createWorld()
  world.answers('transfer_chat', 'too_many_requests')
  expect(await send(handover)).toMatchObject({ kind: 'later' })
  expect(world.asked('send_event')).toEqual([])
})

test('[Y21] a handback that LiveChat does not know of brings the chat back to the bot', async () => {
  world = await createWorld()
  const handback: Draft = { kind: 'handback', why: 'late', metadata: {} }
  expect(await send(handback)).toEqual({ kind: 'taken' })
  expect(world.asked('transfer_chat')).toEqual([])
  world.answers('get_chat', chatWith({}, [visitor, ann]))
  expect(await send(handback)).toEqual({ kind: 'taken' })
  expect(world.asked('transfer_chat')[0]?.body).toMatchObject({ target: { type: 'agent', ids: [ids.bot] } })
})

test('[Y22] what an agent said at LiveChat is not said there again', async () => {
  world = await createWorld()
  const draft: Draft = { ...byBot('I am Ann'), by: 'agent', via: 'channels/care' } as Draft
  expect(await send(draft)).toEqual({ kind: 'taken' })
  expect(world.far.seen).toEqual([])
})

test('[Y23] a bot that is not in the chat joins once', async () => {
  world = await createWorld()
  world.answers('send_event', 'missing_access', { event_id: 'x' })
  expect(await send(byBot('one'))).toEqual({ kind: 'taken' })
  world.answers('send_event', 'missing_access')
  expect(await send(byBot('two'))).toMatchObject({ kind: 'refused' })
  expect(world.asked('add_user_to_chat')).toHaveLength(2)
})

test('[Y24] that the bot types is shown, once', async () => {
  world = await createWorld()
  const { conversation } = call(handover)
  for (const activity of ['typing:start', 'typing:stop', 'read'] as const)
    expect(await world.channel.send({ kind: 'activity', conversation, address, activity })).toEqual({
      kind: 'taken'
    })
  expect(world.asked().map(({ body }) => body)).toEqual([
    { chat_id: ids.chat, is_typing: true },
    { chat_id: ids.chat, is_typing: false }
  ])
})

test('[Y24] what the relay holds is marked as seen, unless an agent is there to read it', async () => {
  world = await createWorld()
  const event = eventAt(1)
  world.hook('incoming_event', inThread({ event }), [ids.visitor, ids.bot])
  await until(() => world.asked('mark_events_as_seen').length === 1)
  expect(world.asked('mark_events_as_seen')[0]?.body).toEqual({
    chat_id: ids.chat,
    seen_up_to: event.created_at
  })
  world.hook('incoming_event', inThread({ event }), [ids.visitor, ids.bot, ann.id])
  world.hook('incoming_event', inThread({ event: eventAt(2, { author_id: ids.bot }) }), [
    ids.visitor,
    ids.bot
  ])
  await send(byBot('done'))
  expect(world.asked('mark_events_as_seen')).toHaveLength(1)
})
