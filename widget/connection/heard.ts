import type { Receipts } from '#shared/wire/ask.ts'
import type { TypingBy } from '#shared/wire/typing.ts'
import { bye, retry } from './link.ts'
import { landed, said } from './outgoing.ts'
import type { Heard } from './reader/down.ts'
import { known, type Line, type State } from './state.ts'
import { andThen, cancel, type Step, step, timer } from './step.ts'
import { find, without } from './unsent.ts'
import { welcome } from './welcome.ts'

/** A frame from the socket that counts. Whatever it says, it shows that the relay is there. */
export function heard(state: State, frame: Heard | undefined): Step {
  if (frame?.type === 'bye') return bye(state, frame.reason, frame.waitMs)
  if (state.link.is === 'greeting') return frame?.type === 'welcome' ? welcome(state, frame) : step(state)
  const alive = step(state, ...cancel('pong'), timer('ping'))
  return frame ? andThen(alive, after => live({ ...after, attempt: 0 }, frame, state.attempt)) : alive
}

function live(state: State, frame: Exclude<Heard, { type: 'bye' }>, attempt: number): Step {
  switch (frame.type) {
    case 'entries':
      return entries(state, frame.entries, attempt)
    case 'said':
      return said(state, frame)
    case 'typing':
      return typing(state, frame)
    case 'receipts':
      return receipts(state, frame)
    case 'older':
    case 'past':
    case 'refused':
      return step(state, { do: 'rare', event: { on: 'told', socket: state.sockets, frame } })
    default:
      return step(state)
  }
}

function entries(state: State, lines: readonly Line[], attempt: number): Step {
  const place = known(state.view)
  const news = lines.filter(({ seq }) => seq > place)
  // A hole, or a line that could not be read: ask again from the last one that is sure, ever more slowly.
  if (news.some(({ seq }, index) => seq !== place + 1 + index)) return retry({ ...state, attempt })
  const view = { ...state.view, lines: [...state.view.lines, ...news] }
  const spoke = (by: 'bot' | 'agent') => news.some(line => line.kind === 'message' && line.by === by)
  const typing = {
    bot: state.typing.bot && !spoke('bot'),
    agent: state.typing.agent && !spoke('agent')
  }
  return news.reduce(
    (before, line) => andThen(before, after => arrived(after, line)),
    step({ ...state, view, typing })
  )
}

/** A line of ours in the log says the same as `said`. */
function arrived(state: State, line: Line): Step {
  const id = 'id' in line ? line.id : undefined
  if (!id || !find(state.unsent, id)) return step(state)
  const gone = step({ ...state, unsent: without(state.unsent, id), refusals: 0 }, { do: 'drop', id })
  return andThen(gone, after => landed(after, id))
}

function typing(state: State, { by, state: does }: TypingBy): Step {
  if (!Object.hasOwn(state.typing, by)) return step(state)
  const next = { ...state, typing: { ...state.typing, [by]: does === 'start' } }
  return step(next, ...(does === 'start' ? [timer(by)] : cancel(by)))
}

/** Never backwards. */
function receipts(state: State, { delivered, read }: Receipts): Step {
  const { view } = state
  const before = view.receipts
  const after = { delivered: Math.max(before.delivered, delivered), read: Math.max(before.read, read) }
  return step({ ...state, view: { ...view, receipts: after } })
}
