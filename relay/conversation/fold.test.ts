import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bot, conversation } from '../testing/entries.ts'
import { createWorld } from '../testing/world.ts'
import type { Entry } from './entry.ts'
import { createFollow } from './follow.ts'
import type { Input } from './input.ts'
import { fold, unknownYet } from './state.ts'

const id = conversation('one')
const small = fc.integer({ min: 0, max: 5 })
const input: fc.Arbitrary<Input> = fc.oneof(
  small.map((n): Input => ({ kind: 'said', by: 'visitor', id: `client-${n}-000`, text: `t${n}` })),
  small.map(
    n => ({ kind: 'said', by: 'agent', id: `agent-${n}-0000`, name: 'Anna', text: `a${n}` }) as const
  ),
  fc
    .tuple(small, small)
    .map(([n, of]): Input => ({ kind: 'postback', id: `press-${n}-0000`, of, action: 0 })),
  small.map(
    (n): Input => ({
      kind: 'received',
      via: bot,
      ids: [`event:${n}`],
      content: { kind: 'text', text: 'x', actions: [{ kind: 'reply', label: 'Yes' }] },
      payloads: [{ n }],
      raw: {}
    })
  ),
  small.map((n): Input => ({ kind: 'handover', ids: [`handover:${n}`], metadata: {} })),
  fc.constantFrom<Input>(
    { kind: 'take', name: 'Anna' },
    { kind: 'take', name: 'Ben' },
    { kind: 'handback', name: 'Anna', metadata: {} },
    { kind: 'seen', seq: 3 },
    { kind: 'typing', by: 'bot', state: 'start' },
    { kind: 'deadline', of: 2 }
  ),
  // Rare, or every run would be over at once.
  fc.constant<Input>({ kind: 'close' })
)
const steps = fc.array(fc.array(input, { minLength: 1, maxLength: 4 }), { maxLength: 12 })

test('[C17] whatever is handed in, the log has no holes, ids are taken once, and nothing is said after the close', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async bursts => {
      const world = createWorld()
      try {
        await world.open()
        for (const burst of bursts) {
          await Promise.all(burst.map(one => world.accept(id, one)))
          world.clock.move(4_000)
        }
        check(await world.store.read(id, 0, 1_000))
      } finally {
        await world.close()
      }
    }),
    { numRuns: 60 }
  )
})

test('[C19] a reader gets every entry once and in order, whenever it comes and however slow it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 25 }),
      fc.nat(20),
      async (script, after) => {
        const world = createWorld()
        try {
          await world.open()
          const follow = createFollow(world.store, error => expect.fail(String(error)))
          const views: number[][] = []
          for (const [i, step] of script.entries()) {
            if (step === 3) {
              const view: number[] = []
              views.push(view)
              follow(id, Math.min(after, i), async entries => {
                if (i % 2) await new Promise(setImmediate)
                view.push(...entries.map(({ seq }) => seq))
              })
            } else void world.accept(id, { kind: 'said', by: 'visitor', id: `client-${i}-000`, text: 'x' })
            if (step === 2) await new Promise(setImmediate)
          }
          await settle(world, views)
          const head = (await world.states.refresh(id)).head
          for (const view of views) expect(view).toEqual(range(view[0] ?? head + 1, head))
        } finally {
          await world.close()
        }
      }
    ),
    { numRuns: 60 }
  )
})

function check(log: readonly Entry[]): void {
  expect(log.map(({ seq }) => seq)).toEqual(range(1, log.length))
  const clientIds = log.flatMap(entry => ('id' in entry ? [entry.id] : []))
  expect(new Set(clientIds).size).toBe(clientIds.length)
  const closed = log.findIndex(({ kind }) => kind === 'closed')
  expect(closed === -1 || closed === log.length - 1).toBe(true)
  expect(fold(unknownYet, log).head).toBe(log.length)
}

/** Until every reader has the head: more turns of the loop than anything above can need, and no clock. */
async function settle(
  world: ReturnType<typeof createWorld>,
  views: readonly (readonly number[])[]
): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    await new Promise(setImmediate)
    const { head } = await world.states.refresh(id)
    if (turn > 60 && views.every(view => view.length === 0 || view.at(-1) === head)) return
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
