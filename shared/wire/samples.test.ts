import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { down } from './down.ts'
import { up } from './up.ts'

type Direction = 'up' | 'down'
const folder = (valid: boolean, direction: Direction) =>
  fileURLToPath(new URL(`samples/${valid ? 'valid' : 'invalid'}/${direction}/`, import.meta.url))

function samples(valid: boolean, direction: Direction): { name: string; frame: unknown }[] {
  const path = folder(valid, direction)
  return readdirSync(path).map(name => ({ name, frame: JSON.parse(readFileSync(path + name, 'utf8')) }))
}

describe.each([
  ['up', up],
  ['down', down]
] as const)('frames that go %s', (direction, schema) => {
  test.each(samples(true, direction))('[V1] $name is a frame of its type', ({ name, frame }) => {
    const parsed = schema.parse(frame)
    expect(name.replace('.json', '').split('-')[0]).toBe(parsed.type)
  })

  test.each(samples(false, direction))('[V2] $name is refused', ({ frame }) => {
    expect(schema.safeParse(frame).success).toBe(false)
  })

  test('[V3] every frame type has at least three valid samples', () => {
    const types = samples(true, direction).map(({ frame }) => schema.parse(frame).type)
    for (const type of typesOf(schema)) {
      expect(types.filter(one => one === type).length, type).toBeGreaterThanOrEqual(3)
    }
  })

  test('[V4] a field that is not known is let through', () => {
    const [first] = samples(true, direction)
    expect(schema.safeParse(Object.assign({}, first?.frame, { fromTheFuture: 1 })).success).toBe(true)
  })
})

function typesOf(schema: typeof up | typeof down): string[] {
  return schema.options.map((option: z.ZodObject<{ type: z.ZodLiteral<string> }>) => option.shape.type.value)
}
