import { awayTroubles, type SignInTrouble } from './state/desk.ts'

const name = 'footbridge-console-place'
const inAddress = 'sign-in'

/** Goes to where one signs in, and remembers what was open here. */
export function leaveFor(address: string): void {
  try {
    sessionStorage.setItem(name, location.hash)
  } catch {
    // Then it is opened anew.
  }
  location.assign(address)
}

/** What was open before one left is again in the address; answers why one is not in, if the relay says so there. */
export function comeBack(): SignInTrouble | undefined {
  const why = new URLSearchParams(location.search).get(inAddress)
  const hash = location.hash || takeHash()
  if (why !== null || hash !== location.hash)
    history.replaceState(history.state, '', location.pathname + hash)
  return why === 'notStored' ? why : awayTroubles.find(one => one === why)
}

function takeHash(): string {
  try {
    const hash = sessionStorage.getItem(name) ?? ''
    sessionStorage.removeItem(name)
    return hash
  } catch {
    return ''
  }
}
