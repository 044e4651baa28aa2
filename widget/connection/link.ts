import type { Bye, Then } from '#shared/wire/byes.ts'
import type { Hello } from '#shared/wire/hello.ts'
import { wireVersion } from '#shared/wire/version.ts'
import { initial, known, type Link, type State } from './state.ts'
import { andThen, only, type Step, send, step, timer, type Visit } from './step.ts'
import { aged } from './unsent.ts'

/** Something says that the network may be back: do not wait any longer, and do not trust what looks open. */
export function wake(state: State): Step {
  const { link } = state
  if (link.is === 'idle') return open(state)
  if (link.is === 'live') return ask(state)
  return link.is === 'opening' || (link.is === 'waiting' && !link.held) ? reopen(state) : step(state)
}

const reopen = (state: State): Step => andThen(leave(state, { is: 'idle' }), open)

export function open(state: State): Step {
  const socket = state.sockets + 1
  return step(
    { ...state, sockets: socket, link: { is: 'opening', socket } },
    { do: 'open', socket },
    timer('welcome')
  )
}

/** The socket is there: say hello, first of all. */
export function greet(state: State, visit: Visit): Step {
  if (state.link.is !== 'opening') return step(state)
  const link = { is: 'greeting', socket: state.link.socket } as const
  const unsent = aged(state.unsent, visit.now ?? 0)
  return step({ ...state, link, unsent }, send(hello(state, visit)))
}

/** How much of a log is fetched at a time. */
export const pageSize = 50

function hello({ view, fresh }: State, { site, token, identity, preview, locale, page }: Visit): Hello {
  const { epoch, conversation } = view
  const seq = known(view)
  const place = conversation && seq > 0 && !fresh && { cursor: { epoch, conversation, seq } }
  return {
    type: 'hello',
    version: wireVersion,
    site,
    identity: identity || undefined,
    token: identity ? undefined : token,
    preview: preview || undefined,
    fresh: fresh || undefined,
    ...(place || { last: pageSize }),
    locale: locale || undefined,
    page
  }
}

export function ask(state: State): Step {
  return step(state, send({ type: 'ping' }), timer('pong'))
}

/** Away from whatever socket there is. Its later events are an orphan's, and are ignored by its number. */
export function leave(state: State, link: Link): Step {
  return step(
    {
      ...state,
      link,
      flying: undefined,
      held: false,
      typing: { bot: false, agent: false },
      fingers: { moving: false, told: false }
    },
    { do: 'leave' }
  )
}

export function retry(state: State, atLeastMs = 0): Step {
  const { attempt } = state
  const left = leave({ ...state, attempt: attempt + 1 }, { is: 'waiting', held: atLeastMs > 0 })
  return andThen(left, only({ do: 'backoff', name: 'retry', attempt, atLeastMs }))
}

/** Every bye after which it is not enough to come back by and by: its code, and what it wants. See `byes`. */
const ends: Partial<Record<Bye, readonly [code: number, then: Then]>> = {
  token: [4401, 'hello'],
  erased: [4410, 'hello'],
  identity: [4403, 'identity'],
  badFrame: [4402, 'stop'],
  version: [4406, 'stop'],
  site: [4404, 'stop']
}

export function bye(state: State, why: Bye, waitMs: number | undefined): Step {
  const [, then] = (Object.hasOwn(ends, why) && ends[why]) || []
  const stopped = () => leave(state, { is: 'stopped', why })
  if (then === 'stop') return stopped()
  if (then === 'identity') return andThen(stopped(), only({ do: 'refused' }))
  if (then !== 'hello') return retry(state, waitMs)
  const kept = why === 'erased' ? emptied(state) : step(state)
  return andThen(kept, only({ do: 'forget' }), after => retry(after, waitMs))
}

/** Closed without a bye that was heard: the code may still tell which one it was. */
export function closed(state: State, code: number): Step {
  const why = names.find(name => ends[name]?.[0] === code) ?? 'broken'
  return bye(state, why, undefined)
}

const names = Object.keys(ends) as Bye[]

/** A new conversation is asked for in hello, so it takes a new socket. */
export const afresh = (state: State): Step => reopen({ ...state, fresh: true, anew: false, attempt: 0 })

/** Nothing is left of what was known, shown or not sent. */
function emptied({ link, sockets, attempt, unsent }: State): Step {
  const drops = unsent.map(({ frame }) => ({ do: 'drop', id: frame.id }) as const)
  return step({ ...initial([]), link, sockets, attempt }, ...drops)
}

/** Forgotten at the relay too. It is asked for again on every socket until it is done. */
export function erase(state: State): Step {
  const next = { ...state, erasing: true }
  return state.link.is === 'live' ? step(next, send({ type: 'erase' }), timer('pong')) : step(next)
}

/** Another visitor begins with nothing. The same one, with a newer proof of it, goes on. */
export function identify(before: State, another: boolean): Step {
  const state = { ...before, attempt: 0 }
  const { link } = state
  const refused = link.is === 'stopped' && link.why === 'identity'
  if (!another) return refused ? open(state) : step(before)
  const stays = link.is === 'idle' || (link.is === 'stopped' && !refused)
  return andThen(emptied(state), only({ do: 'wipe' }), ...(stays ? [] : [reopen]))
}
