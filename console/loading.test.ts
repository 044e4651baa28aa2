import { expect, test } from 'vitest'
import type { Relay } from './connection/relay.ts'
import type { Answer, Entry, Me, Summary } from './contract.ts'
import { createHearing } from './hearing.ts'
import { createLoading } from './loading.ts'
import { createDesk, type Desk } from './state/desk.ts'

const settled = () => new Promise(setImmediate)
const unreachable = { is: 'no', status: 0, error: 'unreachable' } as const
const me = (name: string): Me => ({ name, shown: name, role: 'agent' })
const one = (n: number, more: Partial<Summary> = {}): Summary => ({
  id: `c${n}`,
  site: 'shop',
  bot: 'b',
  phase: 'closed',
  head: 5,
  openedAt: 0,
  at: n,
  ...more
})
const many = (count: number, from = 1) => Array.from({ length: count }, (_, n) => one(n + from))
const entries = (...seqs: number[]) => seqs.map((seq): Entry => ({ seq, at: 0, kind: 'closed' }))
const waits = (n: number) => one(n, { phase: 'waiting', waiting: { since: n, until: n + 1, metadata: {} } })

type Wanted = Parameters<Relay['conversations']>[0]
type Listed = Awaited<ReturnType<Relay['conversations']>>

/** A desk, and a relay that has these; what is `held` is answered only once it is let go. */
function atDesk(all: readonly Summary[]) {
  const fails: (wanted: Wanted) => boolean = () => false
  const page = { all, held: undefined as (() => void)[] | undefined, fails }
  const answer = (wanted: Wanted): Listed => {
    const { phase, before = Infinity, limit } = wanted
    if (page.fails(wanted)) return unreachable
    const found = page.all.filter(({ at, ...rest }) => at < before && (!phase || rest.phase === phase))
    return { is: 'ok', body: { conversations: found.sort((a, b) => b.at - a.at).slice(0, limit) } }
  }
  const conversations = (wanted: Wanted) => {
    const { held } = page
    if (!held) return Promise.resolve(answer(wanted))
    return new Promise<Listed>(resolve => held.push(() => resolve(answer(wanted))))
  }
  const desk = createDesk(0)
  desk.me.value = me('anna')
  const loading = createLoading(desk, { conversations } as unknown as Relay)
  const letGo = () => {
    const { held = [] } = page
    page.held = undefined
    for (const run of held) run()
    return settled()
  }
  const idsIn = (list: 'waiting' | 'all') => desk.lists[list].value.map(({ id }) => id)
  return Object.assign(page, { desk, loading, letGo, idsIn })
}

/** What signing out leaves of a desk. */
function forget(desk: Desk): void {
  desk.me.value = undefined
  desk.talks.clear()
  desk.summaries.value = new Map()
  desk.downTo.value = Infinity
}

test('[DK1] the list of all goes on after its last one, also where it was begun twice', async () => {
  const { desk, loading } = atDesk(many(1_200))
  await loading.all()
  await loading.all()
  expect(desk.lists.all.value.length).toBe(500)
  await loading.more()
  await loading.more()
  expect(desk.lists.all.value.length).toBe(1_200)
})

test('[DK1] … and where so much happened meanwhile that there would be a hole in it, it ends before that', async () => {
  const page = atDesk(many(600))
  await page.loading.all()
  page.all = many(1_800)
  await page.loading.all()
  expect(page.idsIn('all').at(-1)).toBe('c1301')
  await page.loading.more()
  expect(page.idsIn('all').at(-1)).toBe('c801')
})

test('[DK1] … and where it could not be begun again it is not gone on with, but begun', async () => {
  const page = atDesk(many(600))
  await page.loading.all()
  page.all = many(1_200)
  page.fails = () => true
  await page.loading.all()
  expect(page.desk.loading.value).toBe('failed')
  page.fails = () => false
  await page.loading.more()
  expect([page.idsIn('all')[0], page.idsIn('all').length]).toEqual(['c1200', 500])
})

test('[DP3] who waited before the stream was lost, and is long served, does not wait on', async () => {
  const page = atDesk([waits(1), waits(2)])
  await page.loading.all()
  expect(page.idsIn('waiting')).toEqual(['c1', 'c2'])
  page.all = [waits(2), one(3, { id: 'c1', head: 9 }), ...many(600, 4)]
  await page.loading.all()
  expect(page.idsIn('waiting')).toEqual(['c2'])
})

test('[DP3] … and where nobody could say who waits, it is asked for again with the list of all', async () => {
  const page = atDesk([waits(1), ...many(600, 2)])
  page.fails = ({ phase }) => phase === 'waiting'
  await page.loading.all()
  expect([page.desk.loading.value, page.desk.downTo.value]).toEqual(['failed', Infinity])
  page.fails = () => false
  await page.loading.more()
  expect([page.desk.loading.value, page.idsIn('all').length]).toEqual([undefined, 500])
  expect(page.idsIn('waiting')).toEqual(['c1'])
})

test('[DP3] … but whoever begins to wait while it is asked for does', async () => {
  const page = atDesk([waits(1)])
  await page.loading.all()
  page.all = []
  page.held = []
  void page.loading.all()
  page.desk.summaries.value = new Map([
    ['c1', { ...waits(1), head: 6 }],
    ['c2', waits(2)]
  ])
  await page.letGo()
  expect(page.idsIn('waiting')).toEqual(['c1', 'c2'])
})

test('[DP23] a list begins at its beginning for whoever comes in, whatever was asked for before', async () => {
  const page = atDesk(many(1_200))
  await page.loading.all()
  page.held = []
  void page.loading.more()
  const { held } = page
  page.held = undefined
  forget(page.desk)
  page.desk.me.value = me('ben')
  await page.loading.all()
  page.held = held
  await page.letGo()
  expect([page.idsIn('all')[0], page.idsIn('all').length]).toEqual(['c1200', 500])
})

test('[DP23] nothing that was asked for before somebody went is there after', async () => {
  const page = atDesk([waits(1)])
  page.held = []
  void page.loading.all()
  forget(page.desk)
  await page.letGo()
  expect([page.desk.summaries.value.size, page.desk.downTo.value]).toEqual([0, Infinity])
})

/** A log of so many entries; each question waits to be answered. */
function withLog(head: number) {
  const asked: ((fails?: boolean) => Promise<unknown>)[] = []
  const log = (id: string, { after }: { after: number }) =>
    new Promise<Answer<unknown>>(resolve =>
      asked.push(fails => {
        const all = Array.from({ length: page.head }, (_, n) => n + 1)
        const body = {
          entries: entries(...all.filter(seq => seq > after)),
          summary: one(1, { id, head: page.head })
        }
        resolve(fails ? unreachable : { is: 'ok', body })
        return settled()
      })
    )
  const desk = createDesk(0)
  desk.me.value = me('anna')
  const loading = createLoading(desk, { log } as unknown as Relay)
  const page = { head, desk, loading, asked }
  return page
}

/** Reads it to its end. */
async function readAll(asked: ((fails?: boolean) => Promise<unknown>)[]): Promise<void> {
  for (let next = asked.shift(); next; next = asked.shift()) await next()
}

test('[DP23] a conversation is read for whoever opens it, also while it is still asked for by who was here before', async () => {
  const page = withLog(1)
  page.loading.talk('c1')
  forget(page.desk)
  const talk = page.loading.talk('c1')
  expect(page.asked.length).toBe(2)
  await page.asked.shift()?.()
  expect(page.desk.summaries.value.size).toBe(0)
  await readAll(page.asked)
  expect([talk.entries.value.length, talk.loading.value]).toEqual([1, undefined])
})

test('[DP4] a log that could not be caught up with says so, and is asked for with the next that is told', async () => {
  const page = withLog(1)
  const { desk, loading, asked } = page
  const talk = loading.talk('c1')
  await readAll(asked)
  void loading.catchUp('c1')
  await asked.shift()?.(true)
  expect(talk.loading.value).toBe('failed')
  const hear = createHearing(desk, { loading, own: new Set(), isSeen: () => true, call: () => undefined })
  hear([
    { event: 'entries', data: { conversation: 'c1', entries: entries(2), summary: one(1, { head: 2 }) } }
  ])
  expect(asked.length).toBe(1)
  page.head = 2
  await readAll(asked)
  expect([talk.entries.value.length, talk.loading.value]).toEqual([2, undefined])
})
