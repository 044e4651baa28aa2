import { batch } from '@preact/signals-core'
import type { OperatorsRelay } from '../connection/operators.ts'
import type { Answer } from '../contract.ts'
import { type Fetched, fetched, loading } from '../state/operators/fetched.ts'
import { type Operators, type Timeline, timelinePage, withLines } from '../state/operators/operators.ts'
import { isTroubled } from '../state/operators/totals.ts'
import { createLatest } from './latest.ts'

interface Wished {
  id: string
  at?: number
}

/** Reads what became of a part of a log: its end, or what stands around one entry. */
export function createFollowing(ops: Operators, relay: OperatorsRelay) {
  const latest = createLatest()
  let asked: string | undefined
  let begun: string | undefined

  async function read({ id, at }: Wished): Promise<Answer<Timeline>> {
    const known = await relay.summary(id)
    if (known.is === 'no') return known
    const { summary } = known.body
    const after = Math.max(0, at === undefined ? summary.head - timelinePage : at - 1 - timelinePage / 2)
    const told = await relay.timeline(id, { after, limit: timelinePage })
    return told.is === 'no' ? told : { is: 'ok', body: { summary, lines: told.body.entries } }
  }
  /** What is worth a look is opened for whoever comes; after that it is theirs to open and shut. */
  function begin(timeline: Fetched<Timeline>, at: number | undefined): void {
    if (timeline.is !== 'ready') return
    const troubled = timeline.value.lines.filter(isTroubled).map(({ seq }) => seq)
    ops.open.value = new Set([...troubled, ...(at === undefined ? [] : [at])])
  }
  return async function follow(wished: Wished): Promise<void> {
    const name = JSON.stringify(wished)
    if (name !== asked)
      batch(() => {
        ops.timeline.value = loading
        ops.pointed.value = wished.at
      })
    asked = name
    await latest(read(wished), answer =>
      batch(() => {
        const before = ops.timeline.peek()
        ops.timeline.value = fetched(answer, before, ({ summary, lines }) => ({
          summary,
          lines: withLines(before.value?.lines ?? [], lines)
        }))
        if (answer.is === 'no' || begun === name) return
        begin(ops.timeline.peek(), wished.at)
        begun = name
      })
    )
  }
}
