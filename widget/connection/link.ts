import { type Bye, byes, type Then } from '#shared/wire/byes.ts'
import type { Hello } from '#shared/wire/hello.ts'
import { wireVersion } from '#shared/wire/version.ts'
import { initial, known, type Link, type State } from './state.ts'
import { andThen, type Step, send, step, timer, type Visit } from './step.ts'
import { aged } from './unsent.ts'

/** Something says that the network may be back: do not wait any longer, and do not trust what looks open. */
export function wake(state: State): Step {
  const { link } = state
  switch (link.is) {
    case 'idle':
      return open(state)
    case 'opening':
      return andThen(leave(state, { is: 'idle' }), open)
    case 'waiting':
      return link.held ? step(state) : andThen(leave(state, { is: 'idle' }), open)
    case 'live':
      return ask(state)
    case 'greeting':
    case 'stopped':
      return step(state)
    default:
      return link satisfies never
  }
}

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
  return {
    type: 'hello',
    version: wireVersion,
    site,
    ...(identity ? { identity } : token && { token }),
    ...(preview && { preview }),
    ...(fresh && { fresh }),
    ...(conversation && seq > 0 && !fresh ? { cursor: { epoch, conversation, seq } } : { last: pageSize }),
    ...(locale && { locale }),
    ...(page && { page })
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
  return andThen(left, after => step(after, { do: 'backoff', name: 'retry', attempt, atLeastMs }))
}

export function bye(state: State, why: Bye, waitMs: number | undefined): Step {
  const next: Then = byes[why].then
  switch (next) {
    case 'retry':
      return retry(state, waitMs)
    case 'hello': {
      const then = why === 'erased' ? emptied(state) : step(state)
      return andThen(
        andThen(then, after => step(after, { do: 'forget' })),
        after => retry(after, waitMs)
      )
    }
    case 'identity':
      return andThen(leave(state, { is: 'stopped', why }), after => step(after, { do: 'refused' }))
    case 'stop':
      return leave(state, { is: 'stopped', why })
    default:
      return next satisfies never
  }
}

/** Closed without a bye that was heard: the code may still tell which one it was. */
export function closed(state: State, code: number): Step {
  const row = Object.entries(byes).find(([, { code: known }]) => known === code)
  return row && isBye(row[0]) ? bye(state, row[0], undefined) : retry(state)
}

export const isBye = (reason: string): reason is Bye => Object.hasOwn(byes, reason)

/** A new conversation is asked for in hello, so it takes a new socket. */
export function afresh(state: State): Step {
  return andThen(leave({ ...state, fresh: true, anew: false, attempt: 0 }, { is: 'idle' }), open)
}

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
export function identify(state: State, another: boolean): Step {
  const { link } = state
  const refused = link.is === 'stopped' && link.why === 'identity'
  if (!another) return refused ? open({ ...state, attempt: 0 }) : step(state)
  const away = andThen(emptied({ ...state, attempt: 0 }), after => step(after, { do: 'wipe' }))
  const stays = link.is === 'idle' || (link.is === 'stopped' && !refused)
  if (stays) return away
  return andThen(
    andThen(away, after => leave(after, { is: 'idle' })),
    open
  )
}
