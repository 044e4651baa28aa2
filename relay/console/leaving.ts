import type { ConversationId } from '#shared/ids.ts'
import type { Accept } from '../conversation/accept.ts'
import type { Store } from '../conversation/store.ts'
import type { Summary } from '../conversation/summary.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { AccountSettings, Accounts } from './access/accounts.ts'

interface LeavingParts {
  store: Pick<Store, 'conversations'>
  accept: Accept
  accounts: Pick<Accounts, 'all'>
  clock: Clock
  log: Pick<Log, 'info' | 'warn'>
}

/** Sees to it that nobody stays with an agent who is gone for good. */
export interface Leaving {
  /** After a start, of who is disabled: once the others have had time to come back. */
  begin(accounts: readonly AccountSettings[]): void
  /** By what they are shown, as logs have it. */
  leave(shown: readonly string[]): void
  close(): void
}

interface Theirs {
  id: ConversationId
  name: string
}

const pageSize = 500
/** What an agent had begun to do when they were sent away is done by then; and a disk may have room again. */
const againMs = 5_000
/** By then every open console is connected again. */
const comeBackMs = 15_000

export function createLeaving(parts: LeavingParts): Leaving {
  const { clock, log } = parts
  const waiting = new Set<() => void>()
  let closed = false

  function later(ms: number, call: () => void): void {
    if (closed) return
    const stop = clock.after(ms, () => {
      waiting.delete(stop)
      call()
    })
    waiting.add(stop)
  }

  /** Until none of theirs are found in two looks one after the other. */
  function look(names: readonly string[], before: number): void {
    giveOn(parts, names).then(
      found => {
        if (found + before > 0) later(againMs, () => look(names, found))
      },
      (error: unknown) => {
        log.warn({ error: String(error) }, 'visitors of who is gone could not be looked for')
        later(againMs, () => look(names, before))
      }
    )
  }

  return {
    begin(accounts) {
      const shown = accounts.filter(({ disabled }) => disabled).map(({ name, shown = name }) => shown)
      if (shown.length > 0) later(comeBackMs, () => look(shown, 1))
    },
    leave(shown) {
      if (shown.length > 0) look(shown, 1)
    },
    close() {
      closed = true
      for (const stop of waiting) stop()
    }
  }
}

/** How many there were. Who is back by now keeps theirs. */
async function giveOn(parts: LeavingParts, names: readonly string[]): Promise<number> {
  const { accept, accounts, log } = parts
  const here = new Set(accounts.all().map(({ shown }) => shown))
  const theirs = await conversationsOf(parts, new Set(names.filter(name => !here.has(name))))
  if (theirs.length === 0) return 0
  const outcomes = await Promise.all(theirs.map(({ id, name }) => accept(id, { kind: 'leave', name })))
  const failed = outcomes.filter(({ kind }) => kind === 'failed').length
  log.info({ conversations: theirs.length - failed }, 'visitors of who is gone wait for another agent')
  if (failed > 0) log.warn({ conversations: failed }, 'visitors of who is gone could not be given on yet')
  return theirs.length
}

async function conversationsOf(
  { store }: LeavingParts,
  names: ReadonlySet<string>
): Promise<readonly Theirs[]> {
  const found: Theirs[] = []
  for (let before: ConversationId | undefined; names.size > 0; ) {
    const page = await store.conversations({ phase: 'agent', before, limit: pageSize })
    found.push(...page.flatMap(one => theirsIn(one, names)))
    before = page.at(-1)?.id
    if (page.length < pageSize) break
  }
  return found
}

const theirsIn = ({ id, agent }: Summary, names: ReadonlySet<string>): readonly Theirs[] =>
  agent && agent.on === undefined && names.has(agent.name) ? [{ id, name: agent.name }] : []
