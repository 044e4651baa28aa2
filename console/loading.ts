import { batch } from '@preact/signals-core'
import type { Relay } from './connection/relay.ts'
import type { Summary } from './contract.ts'
import type { Desk } from './state/desk.ts'
import { withSummaries } from './state/lists.ts'
import { createTalk, follow, precede, type Talk } from './state/talk.ts'

/** As many as the relay answers at once. */
const most = 500
const listLimit = most
/** Of a log that is opened, its end; before that, as much as there is room to ask for. */
const logLimit = 200
/** So few rows may not fill the screen: what cannot be scrolled would never ask for what was before. */
const fewRows = 40

export interface Loading {
  /** What the desk begins with, and asks for again where it may have missed something. */
  all(): Promise<void>
  more(): Promise<void>
  /** Made if it is not there, and read as far as its end. */
  talk(id: string): Talk
  earlier(id: string): Promise<void>
  catchUp(id: string): Promise<void>
}

/** Reads lists and logs, each no more than once at a time. */
export function createLoading(desk: Desk, relay: Relay): Loading {
  const lists = createLists(desk, relay)
  const logs = createLogs(desk, relay)
  return {
    async all() {
      const ids = [...desk.talks.keys()]
      await Promise.all([lists.all(), lists.phase('waiting'), lists.phase('agent'), ...ids.map(logs.catchUp)])
    },
    async more() {
      const downTo = desk.downTo.peek()
      if (downTo > 0) await lists.all(downTo === Infinity ? undefined : downTo)
    },
    talk(id) {
      const talk = desk.talks.get(id) ?? createTalk(id)
      desk.talks.set(id, talk)
      void logs.catchUp(id)
      return talk
    },
    ...logs
  }
}

function createLists(desk: Desk, relay: Relay) {
  const know = (more: readonly Summary[]) => {
    desk.summaries.value = withSummaries(desk.summaries.peek(), more)
  }
  return {
    async all(before?: number): Promise<void> {
      if (desk.loading.peek() === 'more') return
      desk.loading.value = 'more'
      const answer = await relay.conversations({ limit: listLimit, ...(before !== undefined && { before }) })
      batch(() => {
        desk.loading.value = answer.is === 'ok' ? undefined : 'failed'
        if (answer.is !== 'ok') return
        const { conversations } = answer.body
        know(conversations)
        const oldest = conversations.length < listLimit ? 0 : Math.min(...conversations.map(({ at }) => at))
        // Nothing older came: whatever else there is cannot be asked for by time, and asking on would never end.
        desk.downTo.value = oldest === desk.downTo.peek() ? 0 : Math.min(desk.downTo.peek(), oldest)
      })
    },
    async phase(phase: 'waiting' | 'agent'): Promise<void> {
      const answer = await relay.conversations({ phase, limit: most })
      if (answer.is === 'ok') know(answer.body.conversations)
    }
  }
}

function createLogs(desk: Desk, relay: Relay): Pick<Loading, 'earlier' | 'catchUp'> {
  const busy = new Set<string>()

  async function once(key: string, run: (talk: Talk) => Promise<void>, id: string): Promise<void> {
    const talk = desk.talks.get(id)
    if (!talk || busy.has(key)) return
    busy.add(key)
    await run(talk)
    busy.delete(key)
  }
  async function catchUp(talk: Talk): Promise<void> {
    if (!talk.entries.peek().length) talk.loading.value = 'first'
    const isRead = await readOn(desk, relay, talk)
    talk.loading.value = isRead || talk.entries.peek().length > 0 ? undefined : 'failed'
    if (isRead && talk.hasEarlier.peek() && talk.rows.peek().length < fewRows) await earlier(talk.id)
  }
  const earlier = (id: string) => once(`${id} earlier`, readEarlier, id)

  async function readEarlier(talk: Talk): Promise<void> {
    const first = talk.entries.peek()[0]?.seq ?? 1
    if (first === 1) return
    talk.loading.value = 'earlier'
    const after = Math.max(0, first - 1 - most)
    const answer = await relay.log(talk.id, { after, limit: first - 1 - after })
    batch(() => {
      talk.loading.value = undefined
      if (answer.is === 'ok') precede(talk, answer.body.entries)
    })
  }
  return {
    catchUp: id => once(id, catchUp, id),
    earlier
  }
}

/** The newest entries of a log that is not here yet, or all that follow what is. */
async function readOn(desk: Desk, relay: Relay, talk: Talk): Promise<boolean> {
  const headOf = () => desk.summaries.peek().get(talk.id)?.head
  const last = talk.entries.peek().at(-1)?.seq
  const head = headOf()
  // Whose end nobody knows yet tells it with its first entry.
  const isUnknown = last === undefined && head === undefined
  const after = last ?? Math.max(0, (head ?? 0) - logLimit)
  const answer = await relay.log(talk.id, { after, limit: isUnknown ? 1 : most })
  if (answer.is !== 'ok') return false
  const { entries, summary } = answer.body
  batch(() => {
    desk.summaries.value = withSummaries(desk.summaries.peek(), [summary])
    if (!isUnknown) follow(talk, entries)
  })
  // The stream may have told of more meanwhile.
  const known = talk.entries.peek().at(-1)?.seq ?? 0
  return entries.length > 0 && known < (headOf() ?? 0) ? readOn(desk, relay, talk) : true
}
