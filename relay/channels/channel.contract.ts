import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Content } from '#shared/content.ts'
import type { Draft } from '../conversation/entry.ts'
import type { Reading } from '../conversation/heard.ts'
import { createCaller } from '../lib/call.ts'
import type { Incoming } from '../lib/incoming.ts'
import { quietLog } from '../lib/log.ts'
import type { Call, Receipt } from '../outbox/destination.ts'
import {
  altered,
  bodyOf,
  digitsLost,
  idsIn,
  incomingOf,
  keepable,
  monstrous,
  noJson
} from '../testing/bodies.ts'
import { type EntryCall, everyCall, owed } from '../testing/calls.ts'
import { testClock } from '../testing/clock.ts'
import { everyContent, wordsOf } from '../testing/contents.ts'
import { answering, type FarSide, type Seen, startFarSide } from '../testing/far-side.ts'
import { expected, type Sample } from '../testing/sample.ts'
import type { Channel, ChannelSettings, OpenChannel } from './channel.ts'

/** What the suite must know of a platform to hold its channel to the port. */
export interface ChannelCase {
  /** The platform's keys, as in a configuration. */
  settings: Readonly<Record<string, unknown>>
  /** The keys that say where calls go. */
  urlKeys: readonly string[]
  /** Every value in `settings` that nobody may read anywhere else. */
  secrets: readonly string[]
  samples: readonly Sample[]
  /** Requests that are right but for whom they name or what they know, and the status they are turned away with. */
  strangers: readonly {
    about: string
    incoming: unknown
    headers?: IncomingHttpHeaders
    status: 401 | 404
  }[]
  /** What the platform sends beside a body: secrets, signatures and the like. */
  headersFor?(raw: Buffer): IncomingHttpHeaders
  /** The platform's own id of the conversation that calls are about. */
  address: string
  /** The platform's answer to a call of ours when all goes well. */
  answers(seen: Seen): { status: number; body: string }
  /** Is this the call that puts something before the visitor's eyes? */
  shows(seen: Seen): boolean
}

const self = 'channels/sample'
const now = 1_700_000_000_000

/** What every channel must do, whatever its platform. */
export function channelContract<Settings extends ChannelSettings>(
  name: string,
  channel: Channel<Settings>,
  given: ChannelCase
): void {
  const stops: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
  })

  /** A channel that has just been opened, with its own connections. */
  function open(url: string, more: Readonly<Record<string, unknown>> = {}): OpenChannel {
    const urls = Object.fromEntries(given.urlKeys.map(key => [key, url]))
    const settings = channel.settings.parse({ ...given.settings, ...urls, ...more })
    const caller = createCaller({ connections: 2, timeoutMs: 200 })
    const opened = channel.open(settings, {
      self,
      caller,
      clock: testClock(now),
      log: quietLog,
      meter: { notShown() {} }
    })
    stops.push(async () => {
      await opened.close?.()
      await caller.close()
    })
    return opened
  }

  describe(`${name} reads`, () => readingContract(given, open))
  describe(`${name} sends`, () => sendingContract(given, open))
}

type Open = (url: string, more?: Readonly<Record<string, unknown>>) => OpenChannel

function readingContract(given: ChannelCase, open: Open): void {
  const away = 'https://platform.example'
  const bodies = given.samples.map(({ incoming: body }) => body)
  const incomingFrom = (raw: Buffer): Incoming => incomingOf(raw, given.headersFor?.(raw))
  const incoming = (body: unknown) => incomingFrom(bodyOf(body))
  const stranger = ({ incoming: body, headers }: ChannelCase['strangers'][number]): Incoming =>
    headers ? incomingOf(bodyOf(body), headers) : incoming(body)

  /** Throws nothing, and what is heard can be stored, counted and shown. */
  function harmless(channel: OpenChannel, from: Incoming): void {
    channel.verify(from)
    const reading = channel.receive(from)
    for (const one of reading.ok ? reading.heard : []) keepable(one)
  }

  test.each(given.samples)('[N1] its own platform is let in: $about', ({ incoming: body }) => {
    expect(open(away).verify(incoming(body))).toEqual({ ok: true })
  })

  test.each(given.strangers)('[N2] $about is turned away', one => {
    expect(open(away).verify(stranger(one))).toMatchObject({ ok: false, status: one.status })
  })

  test.each(given.samples)('[N3] a sample reads as it should: $about', sample => {
    const reading = open(away, sample.settings).receive(incoming(sample.incoming))
    expect(reading).toEqual({ ok: true, heard: expected(sample, self), ignored: sample.ignored })
  })

  test.each(given.samples)('[N4] a sample read twice, by two processes, has the same ids: $about', sample => {
    const read = (): Reading => open(away, sample.settings).receive(incoming(sample.incoming))
    const once = idsIn(read())
    expect(idsIn(read())).toEqual(once)
    for (const ids of once) expect(ids.length).toBeGreaterThan(0)
  })

  test.each(noJson)('[N5] what is no JSON is refused: %j', text => {
    const from = incomingFrom(Buffer.from(text))
    const channel = open(away)
    expect(channel.verify(from).ok && channel.receive(from).ok).toBe(false)
  })

  test('[N28] a number of any length is read as any other, and an id to its last digit', () => {
    expect(digitsLost(bodies, raw => open(away).receive(incomingFrom(raw)))).toEqual([])
  })

  test('[N6] whatever JSON comes in, nothing is thrown', () => {
    const channel = open(away)
    fc.assert(
      fc.property(fc.jsonValue(), value => harmless(channel, incoming(value))),
      { numRuns: 500 }
    )
  })

  test('[N7] a sample with any one part replaced by anything at all reads to something that can be kept', () => {
    const channel = open(away)
    fc.assert(
      fc.property(altered(bodies), value => harmless(channel, incoming(value))),
      { numRuns: 2_000 }
    )
  })

  test('[N8] an abyss, a flood, an infinity and the keys of prototypes do no harm', () => {
    const channel = open(away)
    for (const text of monstrous(bodies)) harmless(channel, incomingFrom(Buffer.from(text)))
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('[N9] no secret stands in a verdict or a reading', () => {
    const channel = open(away)
    const all = [...bodies.map(incoming), ...given.strangers.map(stranger)]
    const told = JSON.stringify(all.map(from => [channel.verify(from), channel.receive(from)]))
    for (const secret of given.secrets) expect(told).not.toContain(secret)
  })
}

const words = (text: string): Content => ({ kind: 'text', text })
const byBot = (content: Content): Draft => ({
  kind: 'message',
  by: 'bot',
  via: 'bots/x',
  content,
  payloads: [],
  raw: null
})
/** Whoever answers, the visitor is to see it. */
const speakers: readonly [string, Draft][] = [
  ['the bot', byBot(words('Hello'))],
  [
    'an agent of ours',
    { kind: 'message', by: 'agent', id: 'said-0002', name: 'Ann', content: words('Hello') }
  ],
  [
    'an agent of the bot’s platform',
    {
      kind: 'message',
      by: 'agent',
      via: 'bots/x',
      name: 'Ann',
      content: words('Hello'),
      payloads: [],
      raw: null
    }
  ],
  [
    'the bot’s platform',
    { kind: 'message', by: 'system', via: 'bots/x', content: words('Hello'), payloads: [], raw: null }
  ]
]

type Act = (response: ServerResponse, seen: Seen) => void

function sendingContract(given: ChannelCase, open: Open): void {
  let far: FarSide
  beforeEach(async () => {
    far = await startFarSide()
    far.answerWith(well)
  })
  afterEach(() => far.close())

  const well: Act = (response, seen) => {
    const { status, body } = given.answers(seen)
    answering(status, body)(response)
  }
  /** Badly when it matters, well before. */
  const wellUntilShown =
    (act: Act): Act =>
    (response, seen) =>
      (given.shows(seen) ? act : well)(response, seen)

  const entry = (draft: Draft): EntryCall => {
    const call = owed(draft)
    return { ...call, entry: { ...call.entry, at: now }, address: given.address }
  }
  const text = entry(byBot(words('Hello')))
  const send = (call: Call = text): Promise<Receipt> => open(far.url).send(call)
  const sendTo = (act: Act, call?: Call): Promise<Receipt> => {
    far.answerWith(act)
    return send(call)
  }
  const shown = () => far.seen.filter(seen => given.shows(seen))

  test.each(speakers)('[N10] what is said by %s is shown, once', async (_, draft) => {
    expect(await send(entry(draft))).toMatchObject({ kind: 'taken' })
    expect(shown()).toHaveLength(1)
    expect(shown()[0]?.body).toContain('Hello')
  })

  test.each(everyContent)('[N11] nothing that a content says or offers is lost: %j', async content => {
    expect(await send(entry(byBot(content)))).toMatchObject({ kind: 'taken' })
    const said = shown()
      .map(({ body }) => body)
      .join('\n')
    for (const word of wordsOf(content)) expect(said).toContain(JSON.stringify(word).slice(1, -1))
  })

  test.each([400, 401, 403, 404, 422, 302])(
    '[N12] a %i is not tried again, and no redirect is followed',
    async status => {
      const receipt = await sendTo(answering(status, '{}', { location: `${far.url}/elsewhere` }))
      expect(['refused', 'gone']).toContain(receipt.kind)
      expect(receipt).toMatchObject({ reason: expect.stringContaining(String(status)) })
      expect(far.seen.filter(({ path }) => path === '/elsewhere')).toEqual([])
    }
  )

  test.each([408, 429, 500, 502, 503, 504])('[N13] a %i is tried later', async status => {
    expect(await sendTo(answering(status))).toMatchObject({ kind: 'later' })
  })

  test.each([429, 503])('[N14] a %i that says when is tried no sooner', async status => {
    const receipt = await sendTo(answering(status, '{}', { 'retry-after': '7' }))
    expect(receipt).toMatchObject({ kind: 'later', afterMs: 7_000 })
  })

  test('[N15] a refused connection is tried later: nothing was sent', async () => {
    await far.close()
    expect(await send()).toMatchObject({ kind: 'later' })
  })

  test.each<[string, Act]>([
    ['a reset', response => response.socket?.resetAndDestroy()],
    ['no answer in time', () => {}]
  ])('[N16] after %s nobody can tell whether it was shown', async (_, act) => {
    expect(['unknown', 'lost']).toContain((await sendTo(wellUntilShown(act))).kind)
    expect(shown()).toHaveLength(1)
  })

  test.each(['', 'null', '[]', '<html>', '{"id":', '\ufffd', '{"id":{}}'])(
    '[N17] an answer without sense is no exception: %j',
    async body => {
      expect((await sendTo(answering(200, body))).kind).not.toBe('linked')
      expect((await sendTo(wellUntilShown(answering(200, body)))).kind).not.toBe('linked')
    }
  )

  test('[N18] every kind of call, with any address, gets a receipt and throws nothing', async () => {
    const channel = open(far.url)
    const receipts = await Promise.all(everyCall({}, null).map(call => channel.send(call)))
    for (const receipt of receipts) expect(receipt.kind).toBeTypeOf('string')
    for (const { path } of far.seen) expect(path).not.toContain('/../')
  })

  test('[N19] no secret stands in a receipt, even if the platform repeats it', async () => {
    const repeating =
      (status: number): Act =>
      response => {
        const all = given.secrets.join(' ')
        answering(status, JSON.stringify({ error: all, message: all }), { 'x-error': all })(response)
      }
    const receipts: Receipt[] = []
    for (const status of [200, 400, 401, 403, 404, 429, 500]) {
      receipts.push(await sendTo(repeating(status)), await sendTo(wellUntilShown(repeating(status))))
    }
    receipts.push(await sendTo(response => response.socket?.resetAndDestroy()))
    await far.close()
    receipts.push(await send())
    for (const secret of given.secrets) expect(JSON.stringify(receipts)).not.toContain(secret)
  })

  test('[N20] what concerns nobody at the platform is settled, or refused in words', async () => {
    const receipt = await send({ kind: 'stray', address: given.address, raw: null })
    expect(receipt).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/\w+ \w+/) })
  })
}
