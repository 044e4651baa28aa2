import { batch } from '@preact/signals-core'
import type { Away } from './away.ts'
import type { Clock } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import type { Stream } from './connection/stream.ts'
import type { Answer, Me } from './contract.ts'
import { noColumns } from './state/columns.ts'
import { awayTroubles, type Desk, type SignInTrouble } from './state/desk.ts'
import { atDesk } from './state/place.ts'
import { abandon } from './state/talk.ts'
import { words } from './words/en.ts'

export interface Signing {
  /** Whoever was signed in before goes on. */
  begin(): Promise<void>
  in(name: string, password: string): Promise<void>
  /** Goes elsewhere to sign in. */
  away(): Promise<void>
  out(): Promise<void>
  /** The relay says that it is over. */
  ended(): void
}

interface SigningParts {
  relay: Relay
  clock: Clock
  stream: Stream
  away: Away
  /** Opens what stands in the address. */
  restore(me: Me): void
}

export function createSigning(desk: Desk, { relay, clock, stream, away, restore }: SigningParts): Signing {
  const epoch: Epoch = { now: 0 }
  const show = createForm(desk, { relay, clock, stream, epoch })
  let last: string | undefined

  function enter(me: Me): void {
    epoch.now += 1
    // What another agent had begun to write is nobody else's business.
    if (last !== undefined && last !== me.name) forget(desk)
    last = me.name
    // Before the desk is there: from then on the address says what is open.
    restore(me)
    away.takeUp(me.name)
    batch(() => {
      desk.me.value = me
      desk.screen.value = 'desk'
      desk.signingIn.value = { busy: false }
    })
    stream.start()
    void readCanned(desk, relay)
  }
  async function tryIn(name: string, password: string): Promise<void> {
    desk.signingIn.value = { busy: true }
    const answer = await relay.signIn(name, password)
    desk.now.value = clock.now()
    if (answer.is === 'ok') enter(answer.body)
    else await show(troubleOf(answer, clock))
  }
  return {
    ...createWaysOut(desk, { relay, epoch, show }),
    async begin() {
      const why = away.comeBack()
      const answer = await relay.me()
      if (answer.is === 'ok') enter(answer.body)
      else await show(answer.status === 401 ? why : troubleOf(answer, clock))
    },
    async in(name, password) {
      if (desk.signingIn.peek().busy) return
      if (name === '' || password === '') await show('empty')
      else await tryIn(name, password)
    },
    async away() {
      if (!desk.signingIn.peek().busy)
        await leave(desk, { relay, clock, show, goTo: to => away.leaveFor(to, last) })
    }
  }
}

interface OutParts extends Pick<SigningParts, 'relay'> {
  epoch: Epoch
  show: Show
}

function createWaysOut(desk: Desk, { relay, epoch, show }: OutParts): Pick<Signing, 'out' | 'ended'> {
  /** The epoch in which a sign-out is under way. */
  let leaving: number | undefined

  async function go(): Promise<void> {
    forget(desk)
    await show()
  }
  return {
    async out() {
      if (leaving === epoch.now) return
      const mine = epoch.now
      leaving = mine
      desk.notice.value = undefined
      const answer = await relay.signOut()
      if (epoch.now !== mine) return
      // Whom the relay does not know is out.
      if (answer.is === 'ok' || answer.status === 401) return go()
      leaving = undefined
      desk.notice.value = words.bar.notSignedOut
    },
    // The stream may know of a sign-out before it is answered.
    ended: () => void (leaving === epoch.now ? go() : show('ended'))
  }
}

/** Goes on whenever somebody comes in, and with every form: what was asked in another is answered too late. */
interface Epoch {
  now: number
}

type Show = (trouble?: SignInTrouble) => Promise<void>

interface FormParts extends Pick<SigningParts, 'relay' | 'clock' | 'stream'> {
  epoch: Epoch
}

function createForm(desk: Desk, { relay, clock, stream, epoch }: FormParts): Show {
  return async trouble => {
    epoch.now += 1
    const mine = epoch.now
    stream.stop()
    if (!desk.ways.peek()) await readWays(desk, relay)
    if (epoch.now !== mine) return
    // Who asks to go out while it is not drawn yet has gone.
    epoch.now += 1
    showForm(desk, trouble)
    // The form says by itself when it may be tried again.
    if (typeof trouble === 'object')
      clock.after(trouble.until - clock.now(), () => void (desk.now.value = clock.now()))
  }
}

interface Leaving extends Pick<SigningParts, 'relay' | 'clock'> {
  show: Show
  goTo(address: string): void
}

/** Until the browser has gone there, this page says that it is under way. */
async function leave(desk: Desk, { relay, clock, show, goTo }: Leaving): Promise<void> {
  const { trouble } = desk.signingIn.peek()
  desk.signingIn.value = { busy: true }
  // Whom that place knows without asking, and this one does not let in, may have another account there.
  const answer = await relay.signInAway(trouble === 'noAccount' || trouble === 'unverified')
  desk.now.value = clock.now()
  if (answer.is === 'ok') goTo(answer.body.to)
  else await show(answer.status === 502 ? 'down' : troubleOf(answer, clock))
}

function showForm(desk: Desk, trouble: SignInTrouble | undefined): void {
  batch(() => {
    desk.sheet.value = undefined
    desk.screen.value = 'signIn'
    desk.signingIn.value = { busy: false, ...(trouble !== undefined && { trouble }) }
    desk.wish.value = wishOf(desk, trouble)
  })
}

/** What somebody who signs in is most likely to do next. */
function wishOf(desk: Desk, trouble: SignInTrouble | undefined): string {
  if (trouble === 'wrong') return 'password'
  const ways = desk.ways.peek()
  return ways?.oidc && (!ways.passwords || isAway(trouble)) ? 'away' : 'name'
}

const isAway = (trouble: SignInTrouble | undefined): boolean => awayTroubles.some(one => one === trouble)

async function readWays(desk: Desk, relay: Relay): Promise<void> {
  const answer = await relay.ways()
  if (answer.is === 'ok') desk.ways.value = answer.body
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
  desk.talks.forEach(abandon)
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
