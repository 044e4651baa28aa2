import type { State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { createFollowing } from './following.ts'
import { createLeading } from './leading.ts'
import { type Message, readMessage } from './message.ts'
import type { LockWish } from './tab.ts'
import type { Role, Table } from './table.ts'

/** A tab among others. */
export interface Party {
  leads(): boolean
  happen(event: Event): void
  changed(state: State): void
  /** Somebody took the lock that this tab had when it came. */
  lost(): void
  leave(): void
}

interface Ways {
  lead(free: () => void): void
  follow(): void
  alone(): void
}

/** In the queue for the lock, or at once: then whoever had it learns that it was taken. Aborted, nothing comes of it. */
function wantLock({ name, tab }: Table, { steal, signal }: Required<LockClaim>, ways: Ways): void {
  let held = false
  const hold = () => {
    if (signal.aborted) return undefined
    held = true
    return new Promise<void>(ways.lead)
  }
  tab.locks.request(name, steal ? { steal } : { signal }, hold).catch(() => {
    if (held) ways.follow()
    // No lock is to be had here, so nobody's is waited for.
    else if (!signal.aborted) ways.alone()
  })
}

type LockClaim = Pick<LockWish, 'steal' | 'signal'>

/** At most one wish for the lock at a time. */
function createClaim(table: Table) {
  let claim = new AbortController()
  return {
    drop: () => claim.abort(),
    want(steal: boolean, ways: Ways): void {
      claim.abort()
      claim = new AbortController()
      wantLock(table, { steal, signal: claim.signal }, ways)
    }
  }
}

/** What a tab is just now: nothing of the one role goes on in the next. */
function createPart() {
  let role: Role | undefined
  const leave = () => {
    role?.leave()
    role = undefined
  }
  return {
    now: () => role,
    leave,
    become(make: () => Role): void {
      leave()
      role = make()
    }
  }
}

/** Takes part in what the tabs of a site do together. `release` gives back the lock, if this tab has it. */
export function join(table: Table, release?: () => void): Party {
  const { channel, engine } = table
  const claim = createClaim(table)
  const part = createPart()
  const ways = { lead, follow, alone }
  let gone = false

  function lead(free: () => void): void {
    claim.drop()
    const giveUp = () => {
      free()
      follow()
    }
    part.become(() => {
      engine.happen({ on: 'wake' })
      return createLeading(table, giveUp)
    })
  }
  function follow(): void {
    if (gone) return
    part.become(() => {
      engine.happen({ on: 'pause' })
      return createFollowing(table, () => claim.want(true, ways))
    })
    claim.want(false, ways)
  }
  function alone(): void {
    part.become(() => ({ ...createLeading(table, () => {}), heard() {} }))
    engine.happen({ on: 'wake' })
  }

  channel.onmessage = ({ data }: { data: unknown }) => hear(readMessage(data), table, part.now())
  if (release) lead(release)
  else follow()

  return {
    leads: () => !!part.now()?.leads,
    happen: event => part.now()?.happen(event),
    changed: state => part.now()?.changed(state),
    lost: follow,
    leave() {
      gone = true
      claim.drop()
      part.leave()
    }
  }
}

function hear(message: Message | undefined, table: Table, role: Role | undefined): void {
  if (message?.is === 'identity') table.identified(message.jwt, message.another)
  else if (message) role?.heard(message)
}
