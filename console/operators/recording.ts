import type { OperatorsRelay } from '../connection/operators.ts'
import { fetched } from '../state/operators/fetched.ts'
import type { Operators } from '../state/operators/operators.ts'
import { deedsAtOnce, withNewest, withOlder } from '../state/operators/records.ts'
import { createLatest } from './latest.ts'

const nothing = { deeds: [], hasMore: false }

/** Reads the audit log, a page after the other, and how retention is getting on. */
export function createRecording(ops: Operators, relay: OperatorsRelay) {
  const latest = createLatest()

  async function read(): Promise<void> {
    const asked = Promise.all([relay.retention(), relay.deeds({ limit: deedsAtOnce })])
    await latest(asked, ([retention, deeds]) => {
      const known = ops.records.peek()
      const answer = retention.is === 'no' ? retention : deeds
      ops.records.value = fetched(answer, known, ({ deeds: newest }) => ({
        sites: retention.is === 'ok' ? retention.body.sites : [],
        ...withNewest(known.value ?? nothing, newest)
      }))
    })
  }
  async function more(): Promise<void> {
    const last = ops.records.peek().value?.deeds.at(-1)
    if (!last || ops.isReadingOlder.peek()) return
    ops.isReadingOlder.value = true
    const answer = await relay.deeds({ before: last.id, limit: deedsAtOnce })
    ops.isReadingOlder.value = false
    const known = ops.records.peek()
    const records = known.value
    if (records?.deeds.at(-1)?.id !== last.id) return
    ops.records.value = fetched(answer, known, ({ deeds }) => ({ ...records, ...withOlder(records, deeds) }))
  }
  return { read, more }
}
