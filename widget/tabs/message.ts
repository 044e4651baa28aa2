import { isObject } from '../connection/reader/needs.ts'
import type { State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { isItem } from '../read-item.ts'
import type { Change } from './change.ts'
import { fits, type Shape } from './shapes.ts'

/** Which leader, and how many of its changes so far. */
export interface Mark {
  term: string
  count: number
}

/** What the tabs of a site say to each other. */
export type Message =
  /** To the leader: am I up to date? And: I am shown; are you? */
  | { is: 'ask'; from: string; shown: boolean; at: Mark | undefined }
  /** `to` is the term of the leader that is followed: what the visitor says is for nobody else's list. */
  | { is: 'do'; event: Event; to?: string | undefined }
  /** From the leader. */
  | { is: 'whole'; at: Mark; state: State }
  | { is: 'change'; at: Mark; change: Change }
  | { is: 'here'; at: Mark }
  /** Nobody looks at me any more. */
  | { is: 'hidden' }
  /** I have let go of my socket: take the lock from me. */
  | { is: 'yours'; to: string }
  /** The visitor is somebody else from here on, or has a newer proof of who they are. */
  | { is: 'identity'; jwt: string | undefined; another?: boolean }

const mark = { term: '', count: 0 }
const shapes: Record<Message['is'], Shape> = {
  ask: { from: '' },
  do: { event: { on: '' }, 'to?': '' },
  whole: { at: mark, state: {} },
  change: { at: mark, change: { state: {}, view: {}, 'lines?': [{}], 'before?': [{}], 'after?': [{}] } },
  here: { at: mark },
  hidden: {},
  yours: { to: '' },
  identity: { 'jwt?': '', 'another?': true }
}

/** What a visitor does, as it may come from another tab; all else the leader is told by its own socket. */
const events: Record<string, Shape> = {
  say: {},
  retry: { id: '' },
  discard: { id: '' },
  fresh: {},
  key: {},
  seen: { seq: 0 },
  older: {},
  past: {},
  readPast: { id: '' },
  erase: {},
  page: { page: { url: '', 'title?': '' } }
}

const isMessage = (value: unknown): value is Message =>
  isObject(value) &&
  Object.entries(shapes).some(([is, shape]) => value['is'] === is && fits(shape, value)) &&
  (value['is'] !== 'do' || isEvent(value['event']))

function isEvent(value: unknown): boolean {
  if (!isObject(value)) return false
  const known = Object.entries(events).some(([on, shape]) => value['on'] === on && fits(shape, value))
  return known && (value['on'] !== 'say' || isItem(value['item']))
}

/** Any script of the site can speak here: what makes no sense is passed over. */
export function readMessage(value: unknown): Message | undefined {
  return isMessage(value) ? value : undefined
}

const states = {
  link: { is: '' },
  view: {
    epoch: '',
    from: 0,
    base: { is: '' },
    head: 0,
    seen: 0,
    can: {},
    lines: [{}],
    'conversation?': '',
    'site?': { title: '', maxText: 0 }
  },
  typing: {},
  unsent: [{}],
  seen: { here: 0, told: 0 },
  attempt: 0
} as const satisfies Shape

/** A state that came from another tab, as far as it can be drawn. */
export function isState(value: State): boolean {
  return fits(states, value) && value.unsent.every(item => isItem({ ...item, fate: { is: 'waiting' } }))
}
