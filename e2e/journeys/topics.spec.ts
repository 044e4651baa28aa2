import { test as base, expect } from '@playwright/test'
import { Agent, type LogEntry } from '../actors/agent.ts'
import { Operator } from '../actors/operator.ts'
import { Texter } from '../actors/texter.ts'
import { Subscriber } from '../fakes/subscriber.ts'
import { shared, usualSettings } from '../settings.ts'
import { buildWorld, type World } from '../world.ts'

const patience = { timeout: 30_000 }
const everything = [
  'chat.create',
  'chat.update',
  'chat.data.update',
  'chat.user.update',
  'chat.user.message',
  'chat.bot.message',
  'chat.agent.message',
  'chat.system.message',
  'chat.message',
  'chat.scenario.run',
  'chat.status.change',
  'chat.close'
]

interface Cast {
  names: readonly string[]
  subscribers: Readonly<Record<string, Subscriber>>
  world: World
  texter: Texter
  agent: Agent
  operator: Operator
}

/** No browser: a relay, a bot, a visitor on the wire, and those who are told. */
const test = base.extend<Cast>({
  names: [['crm'], { option: true }],
  subscribers: async ({ names }, use) => {
    const all = await Promise.all(names.map(async name => [name, await Subscriber.start(name)] as const))
    await use(Object.fromEntries(all))
    for (const [name, subscriber] of all) {
      await subscriber.close()
      expect(subscriber.failures, `what ${name} complained about`).toEqual([])
    }
  },
  world: async ({ subscribers }, use) => {
    const more = subscriptionsOf(subscribers)
    const world = await buildWorld({ ...usualSettings, more })
    await use(world)
    await world.close()
  },
  texter: ({ world }, use) => use(new Texter(world.relay.url, world.website.origin)),
  agent: ({ world }, use) => use(new Agent(world.relay.url, shared.apiToken)),
  operator: ({ world }, use) => use(new Operator(world.relay.url, shared.apiToken))
})

const subscriptionsOf = (subscribers: Readonly<Record<string, Subscriber>>): string => `
subscriptions:
${Object.entries(subscribers).map(subscriptionOf).join('\n')}`

const subscriptionOf = ([id, { url, secret }]: [string, Subscriber]): string => `
  - id: ${id}
    url: ${url}
    secret: ${secret}
    topics: [${everything.join(', ')}]
    allowPrivateAddresses: true
    timeoutMs: 500
    retrySeconds: [0.2, 0.2, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]`

const answered = (entries: readonly LogEntry[], text: string): boolean =>
  entries.some(({ by, content }) => by === 'bot' && content?.text === `You said: ${text}`)

/** The whole log was told: every place of it, once each, in order, and each names the one before. */
async function wasToldTheWholeLog(subscriber: Subscriber, agent: Agent): Promise<void> {
  const log = await agent.log()
  const places = () => [...new Set(subscriber.events.map(({ seq }) => seq))]
  await expect.poll(places, patience).toEqual(log.map(({ seq }) => seq))
  await expect.poll(() => subscriber.told, patience).toContain(`${log.length} chat.close`)
  const seqs = subscriber.events.map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  for (const { seq, previous } of subscriber.events) expect(previous).toBe(seq - 1)
  const messages = log.filter(({ kind }) => kind === 'message' || kind === 'postback')
  expect(subscriber.events.filter(({ topic }) => topic === 'chat.message')).toHaveLength(messages.length)
  const close = subscriber.events.find(({ topic }) => topic === 'chat.close')
  expect(close?.data?.['conversation']).toHaveLength(messages.length)
}

test('[J54] a whole conversation is told in order and complete, through kills of the relay', async ({
  subscribers,
  world,
  texter,
  agent
}) => {
  const { relay } = world
  const { crm } = subscribers
  if (!crm) throw new Error('nobody subscribed')
  await texter.comes()
  for (const text of ['one', 'two', 'three']) {
    const said = texter.says(text)
    await relay.dies()
    await relay.isStartedAgain()
    await said
    await expect.poll(async () => answered(await agent.log(), text), patience).toBe(true)
  }
  await texter.says('person')
  await agent.isAskedFor()
  await agent.takesAs('Anna')
  await agent.says('Anna here')
  await relay.dies()
  await relay.isStartedAgain()
  await agent.handsBack()
  await texter.says('four')
  await expect.poll(async () => answered(await agent.log(), 'four'), patience).toBe(true)
  const menu = (await agent.log()).find(({ content }) => content?.text?.startsWith('Try one'))
  await texter.presses(menu?.seq ?? 0)
  await agent.closes()
  await relay.dies()
  await relay.isStartedAgain()
  await wasToldTheWholeLog(crm, agent)
  expect(new Set(crm.events.map(({ topic }) => topic)).size).toBe(everything.length - 1)
})

test.describe('when subscribers are in trouble', () => {
  test.use({ names: ['fine', 'failing', 'gone', 'silent'] })

  test('[J55] nobody else waits for them, and what they missed is told again', async ({
    subscribers,
    texter,
    agent,
    operator
  }) => {
    const { fine, failing, gone, silent } = subscribers
    if (!fine || !failing || !gone || !silent) throw new Error('somebody did not subscribe')
    failing.manner = { answers: 500 }
    gone.manner = { answers: 410 }
    silent.manner = 'hangs'
    await texter.comes()
    for (const text of ['one', 'two']) {
      await texter.says(text)
      await expect.poll(async () => answered(await agent.log(), text)).toBe(true)
    }
    await agent.closes()
    await wasToldTheWholeLog(fine, agent)
    await expect.poll(() => silent.calls, patience).toBeGreaterThan(1)
    expect(await operator.subscriptions()).toEqual({
      fine: 'working',
      failing: 'failing',
      gone: 'disabled',
      silent: 'failing'
    })
    expect(gone.calls).toBe(1)
    for (const one of [failing, gone, silent]) one.manner = 'takes'
    await wasToldTheWholeLog(failing, agent)
    await wasToldTheWholeLog(silent, agent)
    expect(gone.calls).toBe(1)
    await operator.enables('gone')
    const [conversation] = await agent.conversations()
    await operator.replays('gone', conversation?.id ?? '')
    await wasToldTheWholeLog(gone, agent)
    expect(new Set(Object.values(await operator.subscriptions()))).toEqual(new Set(['working']))
  })
})
