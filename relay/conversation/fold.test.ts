import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { bot } from '../testing/entries.ts'
import { createWorld, type World } from '../testing/world.ts'
import type { Entry } from './entry.ts'
import { createFollow } from './follow.ts'
import type { Input } from './input.ts'
import { fold, unknownYet } from './state.ts'

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
    { kind: 'leave', name: 'Anna' },
    { kind: 'handback', name: 'Anna', metadata: {} },
    { kind: 'seen', seq: 3 },
    { kind: 'typing', by: 'bot', state: 'start' },
    { kind: 'deadline', of: 2 }
  ),
  // Rare, or every run would be over at once.
  fc.constant<Input>({ kind: 'close' })
)
const steps = fc.array(fc.array(input, { minLength: 1, maxLength: 4 }), { maxLength: 12 })

let world: World
let runs = 0
beforeAll(() => {
  world = createWorld()
})
afterAll(() => world.close())

/** One database for all runs, a conversation for each. */
function begin(): Promise<ConversationId> {
  runs += 1
  return world.open(`run-${runs}`)
}

/** A platform's ids are unique over all conversations. */
function inThisRun(one: Input): Input {
  return 'ids' in one ? { ...one, ids: one.ids.map(each => `${runs} ${each}`) } : one
}

test('[C17] whatever is handed in, the log has no holes, ids are taken once, and nothing is said after the close', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async bursts => {
      const id = await begin()
      for (const burst of bursts) {
        await Promise.all(burst.map(one => world.accept(id, inThisRun(one))))
        world.clock.move(4_000)
      }
      check(await world.store.read(id, 0, 1_000))
    }),
    { numRuns: 100 }
  )
})

test('[C19] a reader gets every entry once and in order, whenever it comes and however slow it is', async () => {
  const script = fc.array(fc.constantFrom('say', 'turn', 'read'), { maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(script, fc.nat(20), async (steps, after) => {
      const id = await begin()
      const follow = createFollow(world.store, error => expect.fail(String(error)))
      const views: { from: number; seqs: number[] }[] = []
      const said: Promise<unknown>[] = []
      for (const [i, step] of steps.entries()) {
        if (step === 'turn') await new Promise(setImmediate)
        if (step === 'say')
          said.push(world.accept(id, { kind: 'said', by: 'visitor', id: `client-${i}-000`, text: 'x' }))
        if (step === 'read') {
          const view = { from: Math.min(after, (await world.states.refresh(id)).head), seqs: [] as number[] }
          views.push(view)
          follow(id, view.from, async entries => {
            for (let turns = i % 4; turns > 0; turns -= 1) await new Promise(setImmediate)
            view.seqs.push(...entries.map(({ seq }) => seq))
          })
        }
      }
      await Promise.all(said)
      const { head } = await world.states.refresh(id)
      // Readers are done when they are: the test's own time-out ends a vain wait.
      while (views.some(({ from, seqs }) => from + seqs.length < head)) await new Promise(setImmediate)
      for (const { from, seqs } of views) expect(seqs).toEqual(range(from + 1, head))
    }),
    { numRuns: 100 }
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

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
