import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Caller, createCaller } from '../../../lib/call.ts'
import { testClock } from '../../../testing/clock.ts'
import { createApi } from '../api.ts'
import { setupSettings } from '../settings.ts'
import { begun, createWorld, ids, keys, type World } from '../world.contract.ts'
import { commands } from './index.ts'
import { wantedWebhooks } from './wanted.ts'

const url = 'https://relay.example.com/channels/care/secret-in-the-path-0123456789'
let world: World
let caller: Caller
let printed: string[]
beforeEach(async () => {
  world = await createWorld()
  caller = createCaller({ connections: 1, timeoutMs: 2_000 })
  printed = []
  world.answers('register_webhook', { id: 'hook-new' })
  world.answers('list_bots', [{ id: ids.bot, name: 'Footbridge' }] as object)
  world.answers('get_license_webhooks_state', { license_webhooks_enabled: true })
})
afterEach(async () => {
  await caller.close()
  await world.close()
})

const settingsWith = (more: object) =>
  setupSettings.parse({ ...keys, accountId: 'me', apiUrl: world.far.url, ...more })

function run(name: keyof typeof commands, more: object = {}): Promise<void> {
  const settings = settingsWith(more)
  const clock = testClock(begun)
  const api = createApi({ settings, caller, clock })
  return commands[name]({ id: 'care', url, settings, api, clock, say: line => void printed.push(line) })
}

/** What LiveChat lists of what was registered. */
const listed = (more: object = {}) =>
  wantedWebhooks({ id: 'care', url, settings: settingsWith(more) }).map(
    ({ action, description, filters, type }, i) => ({
      id: `hook-${i}`,
      action,
      url,
      description,
      filters,
      type
    })
  )
const bodies = (action: string) => world.asked(action).map(({ body }) => body)

test('[Y32] setup registers each webhook once, for chats the bot is in, and ratings without an author', async () => {
  world.answers('list_webhooks', [])
  await run('setup')
  const registered = bodies('register_webhook')
  expect(registered).toHaveLength(9)
  expect(registered).toContainEqual(
    expect.objectContaining({
      action: 'incoming_event',
      url,
      secret_key: keys.secretKey,
      owner_client_id: keys.clientId,
      type: 'bot',
      additional_data: ['chat_presence_user_ids'],
      filters: { chat_presence: { my_bots: true }, source_type: ['other_clients', 'system'] }
    })
  )
  expect(JSON.stringify(registered)).not.toContain('author_type')
  expect(world.asked().at(-1)).toEqual({
    action: 'set_routing_status',
    body: { status: 'accepting_chats', agent_id: ids.bot }
  })
})

test('[Y32] setup done again changes nothing', async () => {
  world.answers('list_webhooks', listed())
  await run('setup')
  expect(world.asked().map(({ action }) => action)).toEqual([
    'list_webhooks',
    'list_bots',
    'get_license_webhooks_state',
    'set_routing_status'
  ])
  expect(printed.join('\n')).not.toContain('Registered')
})

test.each([
  ['the secret key', { secretKey: 'another-key-0123456789' }],
  ['the version', { version: '3.5' }],
  ['the filters', { onlyMyChats: false }]
])('[Y32] when %s has changed, webhooks are registered anew, the old ones gone first', async (_, more) => {
  world.answers('list_webhooks', listed(more))
  await run('setup')
  const order = world.asked().map(({ action }) => action)
  expect(bodies('unregister_webhook').length).toBeGreaterThan(7)
  expect(order.lastIndexOf('unregister_webhook')).toBeLessThan(order.indexOf('register_webhook'))
})

test('[Y32] others’ webhooks stay, and where they leave no room it says so and changes nothing', async () => {
  const theirs = [1, 2, 3].map(n => ({
    id: `t${n}`,
    action: 'incoming_chat',
    url: 'https://x.example',
    type: 'bot'
  }))
  world.answers('list_webhooks', [...listed(), ...theirs])
  await run('teardown')
  expect(bodies('unregister_webhook')).toHaveLength(9)
  expect(JSON.stringify(bodies('unregister_webhook'))).not.toContain('"t1"')
  world.answers('list_webhooks', theirs)
  await expect(run('setup')).rejects.toThrow('incoming_chat')
  expect(bodies('register_webhook')).toEqual([])
})

test('[Y32] a bot is made once, and only then its secret is shown', async () => {
  world.answers('list_webhooks', listed())
  world.answers('list_bots', [])
  world.answers('create_bot', { id: 'new-bot', secret: 'secret-of-the-new-bot' })
  await run('setup', { botId: undefined, botSecret: undefined, priority: 'last' })
  expect(bodies('create_bot')).toEqual([
    { owner_client_id: keys.clientId, name: 'Footbridge', default_group_priority: 'last' }
  ])
  expect(printed).toContain('botSecret: "secret-of-the-new-bot"')
  expect(world.asked().at(-1)?.body).toMatchObject({ agent_id: 'new-bot' })
  world.answers('list_bots', [{ id: 'new-bot', name: 'Footbridge', owner_client_id: keys.clientId }])
  printed = []
  await run('setup', { botId: undefined, botSecret: undefined })
  expect(bodies('create_bot')).toHaveLength(1)
  expect(printed.join('\n')).toContain('botId: "new-bot"')
})

test('[Y32] webhooks that are switched off are switched on, where the token may', async () => {
  world.answers('list_webhooks', listed())
  world.answers('get_license_webhooks_state', { license_webhooks_enabled: false })
  await run('setup')
  expect(bodies('enable_license_webhooks')).toEqual([{ owner_client_id: keys.clientId }])
  await run('setup', { accountId: undefined })
  expect(bodies('enable_license_webhooks')).toHaveLength(1)
})

test('[Y32] outside its hours the bot is set up not to take chats', async () => {
  world.answers('list_webhooks', listed())
  await run('setup', { hours: { timezone: 'UTC', outside: 'offline' } })
  expect(bodies('set_routing_status')).toEqual([{ status: 'offline', agent_id: ids.bot }])
})

test('[Y32] status tells what is there and changes nothing', async () => {
  world.answers('list_webhooks', listed().slice(1))
  world.answers('list_routing_statuses', [{ agent_id: ids.bot, status: 'offline' }])
  await run('status')
  expect(printed).toEqual([
    'Webhooks: 8 right, 1 missing, 0 stale.',
    'Missing: incoming_chat',
    'The bot’s routing status is offline.'
  ])
  expect(world.asked().map(({ action }) => action)).toEqual(['list_webhooks', 'list_routing_statuses'])
})

test('[Y32] an error is told by the call and its type, and nothing else that LiveChat said', async () => {
  world.answers('list_webhooks', 'authorization')
  await expect(run('status')).rejects.toThrow(/^list_webhooks: LiveChat answered 422 authorization$/)
})
