import { batch } from '@preact/signals-core'
import type { Clock } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import type { Stream } from './connection/stream.ts'
import type { Answer, Me } from './contract.ts'
import { noColumns } from './state/columns.ts'
import type { Desk, SignInTrouble } from './state/desk.ts'
import { atDesk } from './state/place.ts'

export interface Signing {
  /** Whoever was signed in before goes on. */
  begin(): Promise<void>
  in(name: string, password: string): Promise<void>
  out(): Promise<void>
  /** The relay says that it is over. */
  ended(): void
}

interface SigningParts {
  relay: Relay
  clock: Clock
  stream: Stream
  /** Opens what stands in the address. */
  restore(me: Me): void
}

export function createSigning(desk: Desk, { relay, clock, stream, restore }: SigningParts): Signing {
  let last: string | undefined

  function enter(me: Me): void {
    // What another agent had begun to write is nobody else's business.
    if (last !== undefined && last !== me.name) forget(desk)
    last = me.name
    // Before the desk is there: from then on the address says what is open.
    restore(me)
    batch(() => {
      desk.me.value = me
      desk.screen.value = 'desk'
      desk.signingIn.value = { busy: false }
    })
    stream.start()
    void readCanned(desk, relay)
  }
  function show(trouble?: SignInTrouble): void {
    stream.stop()
    showForm(desk, trouble)
    // The form says by itself when it may be tried again.
    if (typeof trouble === 'object')
      clock.after(trouble.until - clock.now(), () => void (desk.now.value = clock.now()))
  }
  async function tryIn(name: string, password: string): Promise<void> {
    desk.signingIn.value = { busy: true }
    const answer = await relay.signIn(name, password)
    desk.now.value = clock.now()
    if (answer.is === 'ok') enter(answer.body)
    else show(troubleOf(answer, clock))
  }
  return {
    async begin() {
      const answer = await relay.me()
      if (answer.is === 'ok') enter(answer.body)
      else show(answer.status === 401 ? undefined : troubleOf(answer, clock))
    },
    async in(name, password) {
      if (desk.signingIn.peek().busy) return
      if (name === '' || password === '') show('empty')
      else await tryIn(name, password)
    },
    async out() {
      await relay.signOut()
      forget(desk)
      show()
    },
    ended: () => show('ended')
  }
}

function showForm(desk: Desk, trouble: SignInTrouble | undefined): void {
  batch(() => {
    desk.sheet.value = undefined
    desk.screen.value = 'signIn'
    desk.signingIn.value = { busy: false, ...(trouble !== undefined && { trouble }) }
    desk.wish.value = trouble === 'wrong' ? 'password' : 'name'
  })
}

function troubleOf({ status, waitMs }: Answer<Me> & { is: 'no' }, clock: Clock): SignInTrouble {
  if (status === 429) return slowed(waitMs ?? 1_000, clock)
  const known: Readonly<Record<number, SignInTrouble>> = {
    0: 'unreachable',
    400: 'wrong',
    401: 'wrong',
    403: 'forbidden',
    503: 'notStored'
  }
  return known[status] ?? 'fault'
}

async function readCanned(desk: Desk, relay: Relay): Promise<void> {
  const answer = await relay.canned()
  if (answer.is === 'ok') desk.canned.value = answer.body.canned
}

const slowed = (waitMs: number, clock: Clock): SignInTrouble => ({
  until: clock.now() + waitMs,
  seconds: Math.ceil(waitMs / 1_000)
})

function forget(desk: Desk): void {
  desk.talks.clear()
  batch(() => {
    desk.me.value = undefined
    desk.place.value = atDesk
    desk.summaries.value = new Map()
    desk.downTo.value = Infinity
    desk.columns.value = noColumns
    desk.unread.value = new Map()
    desk.people.value = []
    desk.canned.value = []
    desk.notice.value = undefined
    desk.pane.value = 'list'
  })
}
