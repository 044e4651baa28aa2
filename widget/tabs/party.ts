import type { State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { createFollowing } from './following.ts'
import { createLeading } from './leading.ts'
import { readMessage } from './message.ts'
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

/** Takes part in what the tabs of a site do together. `release` gives back the lock, if this tab has it. */
export function join(table: Table, release?: () => void): Party {
  const { channel, engine } = table
  let claim = new AbortController()
  let role: Role | undefined
  let gone = false

  function become(make: () => Role): void {
    role?.leave()
    role = undefined
    role = make()
  }

  function lead(free: () => void): void {
    claim.abort()
    become(() => {
      engine.happen({ on: 'wake' })
      return createLeading(table, () => {
        free()
        follow()
      })
    })
  }

  function follow(): void {
    if (gone) return
    become(() => {
      engine.happen({ on: 'pause' })
      return createFollowing(table, () => want(true))
    })
    want(false)
  }

  function want(steal: boolean): void {
    claim.abort()
    claim = new AbortController()
    wantLock(table, { steal, signal: claim.signal }, { lead, follow, alone })
  }

  function alone(): void {
    become(() => ({ ...createLeading(table, () => {}), heard() {} }))
    engine.happen({ on: 'wake' })
  }

  channel.onmessage = ({ data }: { data: unknown }) => {
    const message = readMessage(data)
    if (message?.is === 'identity') table.identified(message.jwt)
    else if (message) role?.heard(message)
  }
  if (release) lead(release)
  else follow()

  return {
    leads: () => !!role?.leads,
    happen: event => role?.happen(event),
    changed: state => role?.changed(state),
    lost: follow,
    leave() {
      gone = true
      claim.abort()
      role?.leave()
      role = undefined
    }
  }
}
