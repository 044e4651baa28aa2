import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entries, line, stage, welcome } from '../play.ts'
import { readDown } from './down.ts'

const folder = fileURLToPath(new URL('../../../shared/wire/samples/', import.meta.url))
const samples = (kind: string) =>
  readdirSync(`${folder}${kind}/down`).map(
    name => [name, readFileSync(`${folder}${kind}/down/${name}`, 'utf8')] as const
  )

describe('frames from the relay', () => {
  test.each(samples('valid'))('[W24] %s is read as it is', (_, json) => {
    expect(readDown(json)).toMatchObject(JSON.parse(json))
  })

  test.each([...samples('valid'), ...samples('invalid')])(
    '[W25] %s leaves the widget standing',
    (_, json) => {
      const it = stage()
      it.live()
      it.hear(JSON.parse(json))
      if (it.state().link.is === 'waiting') {
        it.happen({ on: 'timer', name: 'retry' })
        it.opens()
        it.hear(welcome)
      }
      if (it.state().link.is === 'stopped') return
      const { lines } = it.state().view
      it.hear(entries(line(lines.length + 1)))
      expect(it.state().view.lines.map(({ seq }) => seq)).toEqual([
        ...lines.map(({ seq }) => seq),
        lines.length + 1
      ])
    }
  )
})

test('[W25] nothing that comes over the wire makes the reader throw', () => {
  const type = fc.constantFrom('welcome', 'entries', 'said', 'refused', 'typing', 'pong', 'bye', '__proto__')
  const frame = fc.oneof(
    fc.jsonValue(),
    fc.record({ type, entries: fc.array(fc.jsonValue()), id: fc.jsonValue() })
  )
  fc.assert(
    fc.property(
      fc.oneof(
        frame.map(value => JSON.stringify(value)),
        fc.string(),
        fc.anything()
      ),
      data => {
        readDown(data)
      }
    )
  )
})

const unreadable = (content: unknown) => entries({ seq: 1, at: 1, kind: 'message', by: 'bot', content })

test.each([
  [
    { kind: 'video', text: 'A film' },
    { kind: 'unknown', of: 'video', text: 'A film' }
  ],
  [
    { kind: 'image', text: 'No address' },
    { kind: 'unknown', of: 'image', text: 'No address' }
  ],
  ['nonsense', { kind: 'unknown', text: '' }]
])('[W24] content that is not known here is shown by its text', (content, shown) => {
  expect(readDown(JSON.stringify(unreadable(content)))).toMatchObject({ entries: [{ content: shown }] })
})

test('[W24] a line of a kind that is not known here keeps its place', () => {
  const frame = JSON.stringify(entries({ seq: 3, at: 5, kind: 'rated', stars: 5 }))
  expect(readDown(frame)).toEqual({ type: 'entries', entries: [{ kind: 'other', seq: 3, at: 5 }] })
})

test.each(['holiday', 'toString'])(
  '[W24] a bye for %s, which is not known here, means to come back',
  reason => {
    const it = stage()
    it.live()
    it.hear({ type: 'bye', reason, waitMs: 5 })
    expect(it.state().link).toEqual({ is: 'waiting', held: true })
    expect(it.wanted().at(-1)).toMatchObject({ do: 'backoff', name: 'retry', atLeastMs: 5 })
  }
)
