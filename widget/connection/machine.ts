import { key, rest, tellAgain } from './fingers.ts'
import { heard } from './heard.ts'
import { ask, closed, erase, greet, identify, leave, open, retry, wake } from './link.ts'
import { fresh, repeat, resume, say } from './outgoing.ts'
import { saw, tellSeen } from './seen.ts'
import type { State } from './state.ts'
import { type Event, type Step, step, type Timer } from './step.ts'

/** The whole connection as a function: what happened, to what is so now and what is to be done. */
export function machine(state: State, event: Event): Step {
  // A socket we have left may still speak, long after: a close can take a browser a minute.
  if ('socket' in event && !isNewest(state, event.socket)) return step(state)
  switch (event.on) {
    case 'wake':
      return wake(state)
    case 'pause':
      return state.link.is === 'stopped' ? step(state) : leave(state, { is: 'idle' })
    case 'opened':
      return greet(state, event.visit)
    case 'heard':
      return heard(state, event.frame)
    case 'closed':
      return closed(state, event.code)
    case 'timer':
      return rung(state, event.name)
    case 'say':
      return say(state, event.item)
    case 'fresh':
      return fresh(state)
    case 'key':
      return key(state)
    case 'seen':
      return saw(state, event.seq)
    case 'erase':
      return erase(state)
    case 'identify':
      return identify(state, event.another)
    case 'rare':
      return event.part.rare(state, event.event)
    default:
      return step(state, { do: 'rare', event })
  }
}

function rung(state: State, name: Timer): Step {
  switch (name) {
    case 'retry':
      return state.link.is === 'waiting' ? open(state) : step(state)
    case 'welcome':
    case 'pong':
      return 'socket' in state.link ? retry(state) : step(state)
    case 'ping':
      return state.link.is === 'live' ? ask(state) : step(state)
    case 'ack':
      return repeat(state)
    case 'again':
      return resume(state)
    case 'seen':
      return tellSeen(state)
    case 'fingers':
      return rest(state)
    case 'keys':
      return tellAgain(state)
    case 'bot':
    case 'agent':
      return step({ ...state, typing: { ...state.typing, [name]: false } })
    default:
      return name satisfies never
  }
}

const isNewest = ({ link }: State, socket: number) => 'socket' in link && link.socket === socket
