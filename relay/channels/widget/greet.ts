import type { ConversationId, VisitorToken } from '#shared/ids.ts'
import type { Bye } from '#shared/wire/byes.ts'
import type { Can, Hello, Welcome } from '#shared/wire/hello.ts'
import { oldestServed, wireVersion } from '#shared/wire/version.ts'
import type { Accept } from '../../conversation/accept.ts'
import type { Named } from '../../conversation/entry.ts'
import { newConversationId } from '../../conversation/new-id.ts'
import type { States } from '../../conversation/states.ts'
import type { Store } from '../../conversation/store.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { canOf, type Offers } from './can.ts'
import { phaseAt } from './phase.ts'
import { deliveredTo } from './receipts.ts'
import { hashToken, newVisitorToken } from './token.ts'
import { mayOpen, type WidgetSite, type WidgetSites } from './verify.ts'
import { whoIs } from './who.ts'

export interface GreetParts {
  sites: WidgetSites
  store: Store
  states: States
  accept: Accept
  clock: Clock
  log: Log
  secret: string
  /** What the platform behind a site can do. */
  offers(site: string): Offers
}

/** Who said hello, and from where. */
export interface Caller {
  origin: string | undefined
  /** The one its socket was opened for. */
  site: string
  /** May this address open one more conversation? */
  mayBegin(): boolean
  /** May it be told of old entries now? */
  mayRead(): boolean
}

/** Who is let in: as whom, to do what. */
export interface Greeted {
  welcome: Welcome
  /** The hash that the store knows the visitor by. */
  visitor: string
  can: Can
}
type Greeting = Greeted | { bye: Bye }

/** A hello whose site is known. */
interface Guest extends GreetParts {
  caller: Caller
  hello: Hello
  site: WidgetSite
}

/** Opens a conversation or finds the visitor's. Every wrong token gets the same answer. */
export async function greet(parts: GreetParts, caller: Caller, hello: Hello): Promise<Greeting> {
  const site = parts.sites.get(hello.site)
  if (!site || caller.site !== hello.site || !mayOpen(parts, { ...hello, origin: caller.origin }))
    return { bye: 'site' }
  if (hello.version < oldestServed) return { bye: 'version' }
  const guest = { ...parts, caller, hello, site }
  const who = await whoIs(parts, site, hello)
  if (who.is === 'refused') return { bye: who.bye }
  if (who.is === 'new') return beginAsNew(guest)
  const known = await parts.store.visitor(who.visitor)
  if (!known && who.is === 'identity') return begin(guest, who)
  if (known?.site !== hello.site) return { bye: 'token' }
  const { state } = await parts.states.get(known.conversation)
  if (hello.fresh && state.phase === 'closed') return begin(guest, who)
  if ('named' in who && who.named) await parts.accept(known.conversation, { kind: 'named', named: who.named })
  return letIn(guest, who.visitor, known.conversation)
}

function beginAsNew(guest: Guest): Promise<Greeting> {
  const token = newVisitorToken()
  return begin(guest, { visitor: hashToken(guest.secret, token) }, token)
}

/** `token`: given to a visitor who has nothing to come back with. */
async function begin(
  guest: Guest,
  { visitor, named }: { visitor: string; named?: Named | undefined },
  token?: VisitorToken
): Promise<Greeting> {
  const { caller, hello, accept, clock } = guest
  if (!caller.mayBegin()) return { bye: 'tooFast' }
  const conversation = newConversationId(clock.now())
  const { site, locale, page } = hello
  const outcome = await accept(conversation, { kind: 'open', site, visitor, locale, page, named })
  // Another device of theirs may have been quicker: then it is that one's.
  if (outcome.kind !== 'taken' && outcome.kind !== 'repeated') return { bye: 'notReady' }
  const greeted = await letIn(guest, visitor, outcome.conversation)
  return token ? { ...greeted, welcome: { ...greeted.welcome, token } } : greeted
}

async function letIn(guest: Guest, visitor: string, conversation: ConversationId): Promise<Greeted> {
  const { store, states, clock, hello, site, offers } = guest
  const known = await states.refresh(conversation)
  const { state, head } = known
  const { cursor, last = head } = hello
  const resumed = cursor?.epoch === store.epoch && cursor.conversation === conversation && cursor.seq <= head
  const after = resumed ? cursor.seq : Math.max(0, head - last)
  const can = canOf(site, offers(hello.site))
  const welcome: Welcome = {
    type: 'welcome',
    version: Math.min(hello.version, wireVersion),
    conversation,
    epoch: store.epoch,
    after,
    resumed,
    ...(!resumed && after > 0 && { phase: await phaseAt(store, conversation, known, after) }),
    can,
    ...(can.receipts && { delivered: await deliveredTo(store, conversation, state, head), read: 0 }),
    head,
    seen: await store.seen(conversation),
    site: site.late(clock.now())
  }
  return { welcome, visitor, can }
}
