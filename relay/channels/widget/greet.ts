import type { ConversationId } from '#shared/ids.ts'
import type { Bye } from '#shared/wire/byes.ts'
import type { Hello, Welcome } from '#shared/wire/hello.ts'
import { oldestServed, wireVersion } from '#shared/wire/version.ts'
import type { Accept } from '../../conversation/accept.ts'
import { newConversationId } from '../../conversation/new-id.ts'
import type { States } from '../../conversation/states.ts'
import type { Store } from '../../conversation/store.ts'
import type { Clock } from '../../lib/clock.ts'
import { hashToken, newVisitorToken } from './token.ts'
import { mayOpen, type WidgetSite, type WidgetSites } from './verify.ts'

export interface GreetParts {
  sites: WidgetSites
  store: Store
  states: States
  accept: Accept
  clock: Clock
  secret: string
}

/** Who said hello, and from where. */
export interface Caller {
  origin: string | undefined
  /** May this address open one more conversation? */
  mayBegin(): boolean
}

type Greeting = { welcome: Welcome } | { bye: Bye }

/** A hello whose site is known. */
interface Guest extends GreetParts {
  caller: Caller
  hello: Hello
  site: WidgetSite
}

/** Opens a conversation or finds the one of the token. Every wrong token gets the same answer. */
export async function greet(parts: GreetParts, caller: Caller, hello: Hello): Promise<Greeting> {
  const site = parts.sites.get(hello.site)
  if (!site || !mayOpen(parts, { ...hello, origin: caller.origin })) return { bye: 'site' }
  if (hello.version < oldestServed) return { bye: 'version' }
  const guest = { ...parts, caller, hello, site }
  if (!hello.token) return begin(guest)
  const visitor = await parts.store.visitor(hashToken(parts.secret, hello.token))
  if (visitor?.site !== hello.site) return { bye: 'token' }
  const { state } = await parts.states.get(visitor.conversation)
  if (hello.fresh && state.phase === 'closed') return begin(guest)
  return { welcome: await welcome(guest, visitor.conversation) }
}

async function begin(guest: Guest): Promise<Greeting> {
  const { caller, hello, accept, clock, secret } = guest
  if (!caller.mayBegin()) return { bye: 'tooFast' }
  const token = hello.token ?? newVisitorToken()
  const conversation = newConversationId(clock.now())
  const outcome = await accept(conversation, {
    kind: 'open',
    site: hello.site,
    visitor: hashToken(secret, token),
    locale: hello.locale,
    page: hello.page
  })
  if (outcome.kind !== 'taken') return { bye: 'notReady' }
  const welcomed = await welcome(guest, conversation)
  return { welcome: hello.token ? welcomed : { ...welcomed, token } }
}

async function welcome(
  { store, states, clock, hello, site }: Guest,
  conversation: ConversationId
): Promise<Welcome> {
  const { head } = await states.refresh(conversation)
  const { cursor } = hello
  const holds = cursor?.epoch === store.epoch && cursor.conversation === conversation && cursor.seq <= head
  return {
    type: 'welcome',
    version: Math.min(hello.version, wireVersion),
    conversation,
    epoch: store.epoch,
    after: holds ? cursor.seq : 0,
    head,
    seen: await store.seen(conversation),
    site: site.late(clock.now())
  }
}
