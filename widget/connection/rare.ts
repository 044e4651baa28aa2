import { askAgain, listed, older, past, readPast, turned } from './history.ts'
import { receipts } from './receipts.ts'
import { refused } from './refused.ts'
import { isOpen, type State } from './state.ts'
import { type Rare, type Step, send, step } from './step.ts'
import { discard, retryNow } from './wishes.ts'

/** The rest of the machine: what most visits never need. */
export function rare(state: State, event: Rare): Step {
  switch (event.on) {
    case 'retry':
      return retryNow(state, event.id)
    case 'discard':
      return discard(state, event.id)
    case 'older':
      return older(state)
    case 'past':
      return past(state)
    case 'readPast':
      return readPast(state, event.id)
    case 'askAgain':
      return askAgain(state)
    case 'page':
      return isOpen(state) ? step(state, send({ type: 'page', page: event.page })) : step(state)
    case 'told':
      return told(state, event)
    default:
      return event satisfies never
  }
}

/** The socket that told it may be gone since. */
function told(state: State, { socket, frame }: Extract<Rare, { on: 'told' }>): Step {
  const { link } = state
  if (!('socket' in link) || link.socket !== socket) return step(state)
  switch (frame.type) {
    case 'older':
      return turned(state, frame)
    case 'past':
      return listed(state, frame)
    case 'receipts':
      return receipts(state, frame)
    case 'refused':
      return refused(state, frame)
    default:
      return frame satisfies never
  }
}
