import { batch } from '@preact/signals-core'
import type { Relay } from './connection/relay.ts'
import type { Phase, Summary } from './contract.ts'
import type { Desk } from './state/desk.ts'
import { type Summaries, withSummaries } from './state/lists.ts'
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
      await Promise.all([lists.begin(), ...ids.map(logs.catchUp)])
    },
    more: lists.more,
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
  /** Goes on with whoever comes and goes, and with every beginning: what was asked in another is answered too late. */
  let round = 0
  desk.me.subscribe(() => void (round += 1))

  /** Each answers whether it was read, or that nobody needs it any more. */
  async function page(before?: number): Promise<boolean> {
    const mine = round
    desk.loading.value = 'more'
    const answer = await relay.conversations({ limit: listLimit, ...(before !== undefined && { before }) })
    if (round !== mine) return true
    const isRead = answer.is === 'ok'
    batch(() => {
      desk.loading.value = isRead ? undefined : 'failed'
      if (!isRead) return
      know(desk, answer.body.conversations)
      desk.downTo.value = oldestOf(answer.body.conversations)
    })
    return isRead
  }
  async function phase(wanted: 'waiting' | 'agent'): Promise<boolean> {
    const mine = round
    const before = desk.summaries.peek()
    const answer = await relay.conversations({ phase: wanted, limit: most })
    if (round !== mine) return true
    if (answer.is !== 'ok') return false
    const { conversations } = answer.body
    batch(() => {
      know(desk, conversations)
      if (conversations.length < most) dropOthers(desk, wanted, before)
    })
    return true
  }
  async function begin(): Promise<void> {
    round += 1
    const mine = round
    const read = await Promise.all([page(), phase('waiting'), phase('agent')])
    if (round === mine && read.includes(false)) unbegin(desk)
  }
  return {
    begin,
    async more(): Promise<void> {
      const downTo = desk.downTo.peek()
      if (downTo === 0 || desk.loading.peek() === 'more') return
      await (downTo === Infinity ? begin() : page(downTo))
    }
  }
}

function know(desk: Desk, more: readonly Summary[]): void {
  desk.summaries.value = withSummaries(desk.summaries.peek(), more)
}

/** Who was in this phase before it was asked for, and of whom nothing was told since. */
function dropOthers({ summaries, talks }: Desk, phase: Phase, before: Summaries): void {
  // Of what is open the log is asked for, which tells how it is.
  const isGone = (one: Summary) => one.phase === phase && before.get(one.id) === one && !talks.has(one.id)
  summaries.value = new Map([...summaries.peek()].filter(([, one]) => !isGone(one)))
}

/** What could not be begun is begun again, and not gone on with. */
function unbegin({ loading, downTo }: Desk): void {
  batch(() => {
    loading.value = 'failed'
    downTo.value = Infinity
  })
}

/** How far down a page of the list leads. */
const oldestOf = (page: readonly Summary[]): number =>
  page.length < listLimit ? 0 : Math.min(...page.map(({ at }) => at))

function createLogs(desk: Desk, relay: Relay): Pick<Loading, 'earlier' | 'catchUp'> {
  /** Of talks rather than of their ids: what somebody before had open is another one. */
  const busy = { catchUp: new WeakSet<Talk>(), earlier: new WeakSet<Talk>() }

  async function once(
    what: keyof typeof busy,
    run: (talk: Talk) => Promise<void>,
    id: string
  ): Promise<void> {
    const talk = desk.talks.get(id)
    if (!talk || busy[what].has(talk)) return
    busy[what].add(talk)
    await run(talk)
    busy[what].delete(talk)
  }
  async function catchUp(talk: Talk): Promise<void> {
    if (!talk.entries.peek().length) talk.loading.value = 'first'
    const isRead = await readOn(desk, relay, talk)
    talk.loading.value = isRead ? undefined : 'failed'
    if (isRead && talk.hasEarlier.peek() && talk.rows.peek().length < fewRows) await earlier(talk.id)
  }
  const earlier = (id: string) => once('earlier', readEarlier, id)

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
    catchUp: id => once('catchUp', catchUp, id),
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
  if (answer.is !== 'ok' || desk.talks.get(talk.id) !== talk) return false
  const { entries, summary } = answer.body
  batch(() => {
    know(desk, [summary])
    if (!isUnknown) follow(talk, entries)
  })
  // The stream may have told of more meanwhile.
  const known = talk.entries.peek().at(-1)?.seq ?? 0
  return entries.length > 0 && known < (headOf() ?? 0) ? readOn(desk, relay, talk) : true
}
