import type { IncomingHttpHeaders } from 'node:http'
import fc from 'fast-check'
import { expect } from 'vitest'
import { actionsOf } from '#shared/actions.ts'
import { content } from '#shared/content.ts'
import { clientId } from '#shared/ids.ts'
import type { Heard, Reading } from '../conversation/heard.ts'
import type { Incoming } from '../lib/incoming.ts'
import { parseJson, readJson, writeJson } from '../lib/json.ts'
import { pathsOf, withPart } from './sample.ts'

/** A request to a webhook, as the adapters are given it. */
export function incomingOf(raw: Buffer, headers: IncomingHttpHeaders = {}): Incoming {
  const parsed = parseJson(raw.toString('utf8'))
  return { raw, headers, at: 1_700_000_000_000, json: () => parsed }
}

export const bodyOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value) ?? '')

/** What nobody could take for JSON. */
export const noJson = ['', '{', 'hello', '\u0000', '{"a":1}}', '{"events":'] as const

/** These bodies, each with any one part of it replaced by anything at all. */
export function altered(bodies: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .constantFrom(...bodies)
    .chain(body =>
      fc
        .tuple(fc.constantFrom(...pathsOf(body)), fc.oneof(fc.jsonValue(), hostile))
        .map(([path, part]) => withPart(body, path, part))
    )
}

const hostile = fc.constantFrom(
  'javascript:alert(1)',
  '../..',
  '\ud800',
  '__proto__',
  'x'.repeat(10_000),
  -1,
  '',
  ' ',
  [[]],
  { type: 'reply' }
)

const mark = 'the part to be replaced'
const quotedMark = JSON.stringify(mark)

/** An abyss, an infinity and the keys of prototypes in these bodies, and a flood: what only raw text can hold. */
export function monstrous(bodies: readonly unknown[]): string[] {
  const abyss = '['.repeat(20_000) + ']'.repeat(20_000)
  const [richest] = bodies.toSorted((a, b) => pathsOf(b).length - pathsOf(a).length)
  const deep = pathsOf(richest).flatMap(path =>
    [abyss, '1e999'].map(part => JSON.stringify(withPart(richest, path, mark)).replace(quotedMark, part))
  )
  const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'
  const polluted = bodies.map(body => JSON.stringify(body).replaceAll('{', polluting).replaceAll(',}', '}'))
  return [abyss, ...deep, ...polluted, JSON.stringify('x'.repeat(1_000_000))]
}

/** It can be stored, counted and shown. */
export function keepable({ address, input, otherwise, raw }: Heard): void {
  expect(address).not.toBe('')
  const kept = { input, otherwise: otherwise ?? null, raw: raw ?? null }
  expect(readJson(writeJson(kept))).toEqual(kept)
  for (const one of [input, ...(otherwise ? [otherwise] : [])]) takeable(one)
}

function takeable(input: Heard['input']): void {
  if (input.kind === 'said' || input.kind === 'postback')
    expect(clientId.safeParse(input.id).success).toBe(true)
  if (input.kind === 'said') expect(input.text.trim()).not.toBe('')
  if (input.kind !== 'received') return
  const shown = content.parse(input.content)
  expect(input.payloads).toHaveLength(actionsOf(shown).length)
  expect(input.ids.length).toBeGreaterThan(0)
  for (const action of actionsOf(shown))
    if (action.kind === 'link') expect(new URL(action.url).protocol).toMatch(/^(https?|mailto|tel):$/)
}

/** What makes each thing that was read known when it comes again. */
export const idsIn = (reading: Reading): (readonly string[])[] =>
  (reading.ok ? reading.heard : []).flatMap(({ input }) => {
    if ('ids' in input) return [input.ids]
    return 'id' in input ? [[input.id]] : []
  })

/** A number that JavaScript holds, and its neighbour, which it does not. */
const held = '9007199254740994'
const longer = '9007199254740993'

/**
 * Where in these bodies a number that JavaScript does not hold is read otherwise than one that it holds: as no number,
 * as some object, or as its neighbour. Of two ids that are read alike one message would be lost.
 */
export function digitsLost(bodies: readonly unknown[], read: (raw: Buffer) => unknown): string[] {
  const told = (body: unknown, path: readonly string[], digits: string) => {
    const text = JSON.stringify(withPart(body, path, mark)).replace(quotedMark, digits)
    const reading = writeJson(read(Buffer.from(text))).replaceAll(digits, 'N')
    // A number to reckon with is as near to it as JavaScript comes; an id made of all that is in a body is another.
    return reading.replaceAll(String(Number(digits)), 'N').replace(/[\w-]{22,}/g, '')
  }
  return bodies.flatMap(body =>
    pathsOf(body)
      .filter(path => told(body, path, held) !== told(body, path, longer))
      .map(path => path.join('/'))
  )
}
