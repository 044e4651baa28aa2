import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * A recorded or printed webhook body and what it reads as. An input of the kind `received` leaves out `via` and `raw`,
 * which every platform fills in the same way; `raw` beside it points to the message in `incoming` (as RFC 6901 does).
 */
const sample = z.strictObject({
  about: z.string(),
  /** Where it comes from: a page, a date, or that it is assumed. */
  source: z.string(),
  /** Other settings than usual. */
  settings: z.record(z.string(), z.unknown()).optional(),
  incoming: z.unknown(),
  heard: z.array(
    z.strictObject({
      address: z.string(),
      input: z.looseObject({ kind: z.string() }),
      otherwise: z.looseObject({ kind: z.string() }).optional(),
      opens: z.union([z.literal(true), z.literal('once')]).optional(),
      named: z.strictObject({ name: z.string().optional(), email: z.string().optional() }).optional(),
      ifOurs: z.literal(true).optional(),
      raw: z.string().optional()
    })
  ),
  ignored: z.array(z.string()).default([])
})
export type Sample = z.infer<typeof sample>

export function readSamples(folder: string): Sample[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.json'))
  return names.toSorted().map(name => sample.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

/** What the sample says will be heard, whole. */
export function expected({ incoming, heard }: Sample, self: string): unknown[] {
  return heard.map(({ raw, ...told }) => {
    if (raw === undefined) return told
    const message = at(incoming, raw.split('/').slice(1))
    return { ...told, input: { ...told.input, via: self, raw: message }, raw: message }
  })
}

function at(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step))
    throw new Error(`the sample has nothing at ${step}`)
  return at(Reflect.get(value, step), rest)
}

/** The paths of every part of a value, itself included. */
export function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [[...path]]
  return [[...path], ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))]
}

/** The same value with another part at `path`. */
export function withPart(value: unknown, path: readonly string[], part: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined || value === null || typeof value !== 'object') return part
  if (Array.isArray(value))
    return value.map((old, i) => (String(i) === step ? withPart(old, rest, part) : old))
  return { ...value, [step]: withPart(Reflect.get(value, step), rest, part) }
}
