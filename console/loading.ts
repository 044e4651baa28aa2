import { batch } from '@preact/signals-core'
import type { Relay } from './connection/relay.ts'
import type { Desk } from './state/desk.ts'
import { withSummaries } from './state/lists.ts'
import { createTalk, follow, precede, type Talk } from './state/talk.ts'

/** As many as the relay answers at once. */
const most = 500
const listLimit = most
/** Of a log that is opened, its end; before that, as much as there is room to ask for. */
const logLimit = 200

export interface Loading {
  /** What the desk begins with, and asks for again where it may have missed something. */
  all(): Promise<void>
  more(): Promise<void>
  /** Made if it is not there, and read as far as its end. */
  talk(id: string): Talk
  earlier(id: string): Promise<void>
  catchUp(id: string): Promise<void>
}

export function createLoading(desk: Desk, relay: Relay): Loading {
  const busy = new Set<string>()

  async function list(before?: number): Promise<void> {
    if (desk.loading.peek() === 'more') return
    desk.loading.value = 'more'
    const answer = await relay.conversations({ limit: listLimit, ...(before !== undefined && { before }) })
    batch(() => {
      desk.loading.value = answer.is === 'ok' ? undefined : 'failed'
      if (answer.is !== 'ok') return
      const { conversations } = answer.body
      desk.summaries.value = withSummaries(desk.summaries.peek(), conversations)
      const oldest = conversations.length < listLimit ? 0 : Math.min(...conversations.map(({ at }) => at))
      // Nothing older came: whatever else there is cannot be asked for by time, and asking on would never end.
      desk.downTo.value = oldest === desk.downTo.peek() ? 0 : Math.min(desk.downTo.peek(), oldest)
    })
  }
  async function phase(phase: 'waiting' | 'agent'): Promise<void> {
    const answer = await relay.conversations({ phase, limit: most })
    if (answer.is !== 'ok') return
    desk.summaries.value = withSummaries(desk.summaries.peek(), answer.body.conversations)
  }

  /** The newest entries of a log that is not here yet, or all that follow what is. */
  async function read(talk: Talk): Promise<boolean> {
    const last = talk.entries.peek().at(-1)?.seq
    const head = desk.summaries.peek().get(talk.id)?.head ?? 0
    const after = last ?? Math.max(0, head - logLimit)
    const answer = await relay.log(talk.id, { after, limit: most })
    if (answer.is !== 'ok') return false
    const { entries, summary } = answer.body
    batch(() => {
      desk.summaries.value = withSummaries(desk.summaries.peek(), [summary])
      follow(talk, entries)
    })
    const known = talk.entries.peek().at(-1)?.seq ?? 0
    return entries.length > 0 && known < summary.head ? read(talk) : true
  }
  async function once(key: string, run: () => Promise<void>): Promise<void> {
    if (busy.has(key)) return
    busy.add(key)
    await run()
    busy.delete(key)
  }
  const catchUp = (id: string) =>
    once(id, async () => {
      const talk = desk.talks.get(id)
      if (!talk) return
      const isFirst = !talk.entries.peek().length
      if (isFirst) talk.loading.value = 'first'
      const isRead = await read(talk)
      const isHere = talk.entries.peek().length > 0
      talk.loading.value = isRead || isHere ? undefined : 'failed'
    })

  return {
    async all() {
      await Promise.all([list(), phase('waiting'), phase('agent'), ...[...desk.talks.keys()].map(catchUp)])
    },
    async more() {
      const downTo = desk.downTo.peek()
      if (downTo > 0) await list(downTo === Infinity ? undefined : downTo)
    },
    talk(id) {
      const talk = desk.talks.get(id) ?? createTalk(id)
      desk.talks.set(id, talk)
      void catchUp(id)
      return talk
    },
    earlier: id =>
      once(`${id} earlier`, async () => {
        const talk = desk.talks.get(id)
        const first = talk?.entries.peek()[0]?.seq ?? 1
        if (!talk || first === 1) return
        talk.loading.value = 'earlier'
        const after = Math.max(0, first - 1 - most)
        const answer = await relay.log(id, { after, limit: first - 1 - after })
        batch(() => {
          talk.loading.value = undefined
          if (answer.is === 'ok') precede(talk, answer.body.entries)
        })
      }),
    catchUp
  }
}
