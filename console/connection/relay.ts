import type { Answer, Canned, Deed, Entry, Me, Phase, Presence, Summary, Ways } from '../contract.ts'
import { type Ask, query, root } from './ask.ts'

/** Everything that the desk asks of the relay, in one place. */
export interface Relay {
  me(): Promise<Answer<Me>>
  ways(): Promise<Answer<Ways>>
  signIn(name: string, password: string): Promise<Answer<Me>>
  /** Where to go to sign in elsewhere; `afresh`: and to be asked again who one is. */
  signInAway(afresh: boolean): Promise<Answer<{ to: string }>>
  signOut(): Promise<Answer<unknown>>
  conversations(wanted: {
    phase?: Phase
    limit: number
    before?: number
  }): Promise<Answer<{ conversations: readonly Summary[] }>>
  log(
    id: string,
    part: { after: number; limit: number }
  ): Promise<Answer<{ entries: readonly Entry[]; summary: Summary }>>
  act(id: string, deed: Deed): Promise<Answer<unknown>>
  presence(state: Presence): Promise<Answer<unknown>>
  canned(): Promise<Answer<{ canned: readonly Canned[] }>>
}

/** The desk's part of what is asked. */
export function createRelay({ get, post }: Ask): Relay {
  return {
    me: () => get('/me'),
    ways: () => get('/sign-in'),
    signIn: (name, password) => post('/sign-in', { name, password }),
    signInAway: afresh => post('/sign-in/oidc', { afresh }),
    signOut: () => post('/sign-out', {}),
    conversations: wanted => get(`/conversations?${query(wanted)}`),
    log: (id, part) => get(`/conversations/${encodeURIComponent(id)}?${query(part)}`),
    act: (id, { verb, body }) => post(`/conversations/${encodeURIComponent(id)}/${verb}`, body),
    presence: state => post('/presence', { state }),
    canned: () => get('/canned')
  }
}

/** Where the stream begins: after what was heard last. */
export const eventsAfter = (place: string | undefined): string =>
  `${root}/events${place === undefined ? '' : `?${query({ after: place })}`}`
