import { awayTroubles, type Desk, type SignInTrouble } from './state/desk.ts'
import { createTalk, type Outgoing } from './state/talk.ts'

const name = 'footbridge-console-away'
const inAddress = 'sign-in'

interface Draft {
  id: string
  text: string
  mode: 'say' | 'note'
  /** What could not be sent any more. */
  pending?: readonly Outgoing[]
}

/** What is begun on a page that is left to sign in, kept in this tab until one is back. */
interface Left {
  hash: string
  /** Whose it is; nobody's where nobody was in. */
  of: string | undefined
  drafts: readonly Draft[]
}

/** Of signing in elsewhere: how one leaves this page, and comes back to it. */
export interface Away {
  leaveFor(address: string, whose: string | undefined): void
  /** What was open is in the address again; answers why one is not in, if the relay says so there. */
  comeBack(): SignInTrouble | undefined
  /** What one had begun to write is there again; somebody else's is not. */
  takeUp(whose: string): void
}

export function createAway(desk: Desk): Away {
  let left: Left | undefined
  return {
    leaveFor(address, whose) {
      // What was kept for a try that failed is nobody's yet, and kept on.
      keep({ ...(left ?? { of: whose, drafts: draftsOf(desk) }), hash: location.hash })
      location.assign(address)
    },
    comeBack() {
      const why = new URLSearchParams(location.search).get(inAddress)
      left = take()
      const hash = location.hash || (left?.hash ?? '')
      if (why !== null || hash !== location.hash)
        history.replaceState(history.state, '', location.pathname + hash)
      return why === 'notStored' ? why : awayTroubles.find(one => one === why)
    },
    takeUp(whose) {
      const mine = left?.of === whose ? left.drafts : []
      left = undefined
      for (const { id, text, mode, pending = [] } of mine) {
        const talk = desk.talks.get(id) ?? createTalk(id)
        desk.talks.set(id, talk)
        talk.draft.value = text
        talk.mode.value = mode
        talk.pending.value = pending
      }
    }
  }
}

const draftsOf = ({ talks }: Desk): Left['drafts'] =>
  [...talks.values()]
    .map(({ id, draft, mode, pending }) => ({
      id,
      text: draft.peek(),
      mode: mode.peek(),
      pending: pending.peek().map(unsent)
    }))
    .filter(({ text, pending }) => text !== '' || pending.length)

/** Nobody on the next page hears what came of it; its id lets it be said no more than once. */
const unsent = (one: Outgoing): Outgoing =>
  one.state.is === 'sending' ? { ...one, state: { is: 'failed' } } : one

function keep(left: Left): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(left))
  } catch {
    // Then it is begun anew.
  }
}

/** What this page wrote itself is taken at its word. */
function take(): Left | undefined {
  try {
    const kept = sessionStorage.getItem(name)
    sessionStorage.removeItem(name)
    return kept === null ? undefined : (JSON.parse(kept) as Left)
  } catch {
    return undefined
  }
}
