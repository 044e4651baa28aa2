import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reading } from '../conversation/heard.ts'
import { type Caller, createCaller } from '../lib/call.ts'
import type { Incoming } from '../lib/incoming.ts'
import type { Json } from '../lib/json.ts'
import type { Receipt } from '../outbox/destination.ts'
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
import { type EntryCall, everyCall, heard, opened, owed, said, unnamed } from '../testing/calls.ts'
import { answering, type FarSide, startFarSide } from '../testing/far-side.ts'
import { expected, type Sample } from '../testing/sample.ts'
import type { Bot, BotSettings } from './bot.ts'

/** What the suite must know of a platform to hold its driver to the port. */
export interface BotCase {
  /** The platform's keys, as in a configuration. */
  settings: Readonly<Record<string, unknown>>
  /** The key that says where calls go. */
  urlKey: string
  /** Every value in `settings` that nobody may read anywhere else. */
  secrets: readonly string[]
  samples: readonly Sample[]
  /** Bodies that are right but for whom they name, and the status they are turned away with. */
  strangers: readonly { about: string; incoming: unknown; status: 401 | 404 }[]
  /** What the platform sends beside a body: signatures and the like. */
  headersFor?(raw: Buffer): IncomingHttpHeaders
  start: Json
  /** A message as `receive` keeps it. */
  raw: Json
  /** The platform's answer to a call that went well, by the kind of receipt. */
  good: Record<'taken' | 'linked', { status: number; body: string }>
  /** What it is taken for when the answer to a visitor's text is 200 and no sense: some platforms' answer says nothing. */
  nonsense: Receipt['kind']
  /**
   * For a platform whose calls must not be made again by themselves: after these of 408, 429, 500, 502, 503 and 504, and
   * after silence, a call is lost, not tried again.
   */
  once?: { statuses: readonly number[] }
}

const self = 'bots/sample'

/** What every driver of a bot platform must do, whatever the platform. */
export function botContract<Settings extends BotSettings>(
  name: string,
  bot: Bot<Settings>,
  given: BotCase
): void {
  const settingsFor = (url: string, more: Readonly<Record<string, unknown>> = {}): Settings =>
    bot.settings.parse({ ...given.settings, [given.urlKey]: url, ...more })

  describe(`${name} reads`, () => readingContract(bot, given, settingsFor))
  describe(`${name} sends`, () => sendingContract(bot, given, settingsFor))
}

type SettingsFor<Settings> = (url: string, more?: Readonly<Record<string, unknown>>) => Settings

function readingContract<Settings extends BotSettings>(
  bot: Bot<Settings>,
  given: BotCase,
  settingsFor: SettingsFor<Settings>
): void {
  const settings = settingsFor('https://platform.example')

  const incomingFrom = (raw: Buffer): Incoming => incomingOf(raw, given.headersFor?.(raw))
  const incoming = (body: unknown) => incomingFrom(bodyOf(body))
  const bodies = given.samples.map(({ incoming: body }) => body)
  const read = (from: Incoming, with_ = settings): Reading => bot.receive(from, with_, self)

  test.each(given.samples)('[P1] its own platform is let in: $about', ({ incoming: body }) => {
    expect(bot.verify(incoming(body), settings)).toEqual({ ok: true })
  })

  test.each(given.strangers)('[P2] $about is turned away', ({ incoming: body, status }) => {
    expect(bot.verify(incoming(body), settings)).toMatchObject({ ok: false, status })
  })

  test.each(given.samples)('[P3] a sample reads as it should: $about', sample => {
    const reading = read(incoming(sample.incoming), settingsFor('https://platform.example', sample.settings))
    expect(reading).toEqual({ ok: true, heard: expected(sample, self), ignored: sample.ignored })
  })

  test.each(given.samples)(
    '[P4] a sample read twice has the same ids, so that a repeat is known: $about',
    sample => {
      const once = idsIn(read(incoming(sample.incoming)))
      expect(idsIn(read(incoming(sample.incoming)))).toEqual(once)
      for (const ids of once) expect(ids.length).toBeGreaterThan(0)
    }
  )

  test.each(noJson)('[P5] what is no JSON is refused: %j', text => {
    const from = incomingFrom(Buffer.from(text))
    expect(bot.verify(from, settings).ok && read(from).ok).toBe(false)
  })

  test('[P6] whatever JSON comes in, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => harmless(incoming(value))),
      { numRuns: 500 }
    )
  })

  test('[P7] a sample with any one part replaced by anything at all reads to something that can be kept', () => {
    fc.assert(
      fc.property(altered(bodies), value => harmless(incoming(value))),
      { numRuns: 2_000 }
    )
  })

  test('[P8] an abyss, a flood, an infinity and the keys of prototypes do no harm', () => {
    for (const text of monstrous(bodies)) harmless(incomingFrom(Buffer.from(text)))
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('[P21] a number of any length is read as any other, and an id to its last digit', () => {
    expect(digitsLost(bodies, raw => read(incomingFrom(raw), settingsFor('https://a.example')))).toEqual([])
  })

  test('[P9] no secret stands in a verdict or a reading', () => {
    const all = [...given.samples, ...given.strangers].map(({ incoming: body }) => incoming(body))
    const told = JSON.stringify(all.map(from => [bot.verify(from, settings), read(from)]))
    for (const secret of given.secrets) expect(told).not.toContain(secret)
  })

  /** Throws nothing, and what is heard can be stored, counted and shown. */
  function harmless(from: Incoming): void {
    bot.verify(from, settings)
    const reading = read(from)
    for (const one of reading.ok ? reading.heard : []) keepable(one)
  }
}

function sendingContract<Settings extends BotSettings>(
  bot: Bot<Settings>,
  given: BotCase,
  settingsFor: SettingsFor<Settings>
): void {
  let far: FarSide
  let caller: Caller
  beforeEach(async () => {
    far = await startFarSide()
    caller = createCaller({ connections: 2, timeoutMs: 200 })
  })
  afterEach(async () => {
    await far.close()
    await caller.close()
  })

  const text = owed(said)
  const send = (call: EntryCall = text): Promise<Receipt> =>
    bot.send(call, settingsFor(far.url), caller, self)
  const sendTo = (act: (response: ServerResponse) => void): Promise<Receipt> => {
    far.answerWith(act)
    return send()
  }
  const { taken, linked } = given.good

  test.each([
    ['a text', text],
    ['an acknowledgement', owed(heard(given.raw))],
    ['a start', owed(opened(given.start))]
  ])('[P10] what goes well is taken: %s', async (_, call) => {
    far.answerWith(answering(taken.status, taken.body))
    expect(await send(call)).toMatchObject({ kind: 'taken' })
  })

  test('[P11] a conversation the platform has not named is linked by its answer, or needs no name', async () => {
    far.answerWith(answering(linked.status, linked.body))
    expect(['linked', 'taken']).toContain((await send(unnamed(opened(given.start)))).kind)
  })

  test.each([400, 401, 403, 404, 422, 302])(
    '[P12] a %i is refused: trying again would not help',
    async status => {
      const receipt = await sendTo(answering(status, '{}', { location: far.url }))
      expect(receipt).toMatchObject({ kind: 'refused', reason: expect.stringContaining(String(status)) })
      expect(far.seen).toHaveLength(1)
    }
  )

  const lostAt = given.once?.statuses ?? []
  const silence = given.once ? 'lost' : 'unknown'

  test.each([408, 429, 500, 502, 503, 504])(
    '[P13] a %i is tried later, unless it may have been taken and must not be made twice',
    async status => {
      expect(await sendTo(answering(status))).toMatchObject({
        kind: lostAt.includes(status) ? 'lost' : 'later'
      })
    }
  )

  test.each([429, 503])('[P14] a %i that says when is tried no sooner', async status => {
    const receipt = await sendTo(answering(status, '{}', { 'retry-after': '7' }))
    expect(receipt).toMatchObject({ kind: 'later', afterMs: 7_000 })
  })

  test('[P15] a refused connection is tried later: nothing was sent', async () => {
    await far.close()
    expect(await send()).toMatchObject({ kind: 'later' })
  })

  test('[P16] a reset after the request went out leaves it unknown, or lost', async () => {
    expect(await sendTo(response => response.socket?.resetAndDestroy())).toMatchObject({ kind: silence })
  })

  test('[P17] no answer in time leaves it unknown, or lost', async () => {
    expect(await sendTo(() => {})).toMatchObject({ kind: silence })
  })

  test.each(['', 'null', '[]', '<html>', '{"conversation":', '\ufffd', '{"conversation":{"id":{}}}'])(
    '[P18] an answer without sense is no exception: %j',
    async body => {
      expect(await sendTo(answering(200, body))).toMatchObject({ kind: given.nonsense })
      const opening = await send(unnamed(opened(given.start)))
      expect(opening.kind).not.toBe('linked')
    }
  )

  test('[P19] every kind of call, with any address, gets a receipt and throws nothing', async () => {
    const calls = everyCall(given.start, given.raw)
    const receipts = await Promise.all(calls.map(call => bot.send(call, settingsFor(far.url), caller, self)))
    for (const receipt of receipts) expect(receipt.kind).toBeTypeOf('string')
    for (const { path } of far.seen) expect(path).not.toContain('/../')
  })

  test('[P20] no secret stands in a receipt, even if the platform repeats it', async () => {
    const repeating = (status: number) => (response: ServerResponse) => {
      const all = given.secrets.join(' ')
      answering(status, JSON.stringify({ error: all }), { 'x-error': all })(response)
    }
    const receipts: Receipt[] = []
    for (const status of [200, 400, 401, 404, 429, 500]) receipts.push(await sendTo(repeating(status)))
    receipts.push(await sendTo(response => response.socket?.resetAndDestroy()))
    await far.close()
    receipts.push(await send())
    for (const secret of given.secrets) expect(JSON.stringify(receipts)).not.toContain(secret)
  })
}
