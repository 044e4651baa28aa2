import type { Welcome } from '#shared/wire/hello.ts'
import { machine } from './machine.ts'
import * as part from './rare.ts'
import { readDown } from './reader/down.ts'
import { initial, type State } from './state.ts'
import type { Effect, Event, Visit } from './step.ts'
import type { Item, Unsent } from './unsent.ts'

/** The machine on a stage: events go in, what it wants done is kept until it is looked at. */
export interface Stage {
  state(): State
  happen(...events: Event[]): void
  /** What was wanted since the last look. */
  wanted(): Effect[]
  /** The frames among that. */
  sent(): unknown[]
  /** A frame from the newest socket, as it comes over the wire. */
  hear(...frames: unknown[]): void
  /** The newest socket opens. */
  opens(visit?: Partial<Visit>): void
  /** From idle to live. */
  live(frame?: Partial<Welcome>): void
}

export function stage(unsent: Unsent = []): Stage {
  let state = initial(unsent)
  let effects: Effect[] = []

  const it: Stage = {
    state: () => state,
    happen(...events) {
      for (const event of events) {
        const next = machine(state, event)
        state = next.state
        const isRare = (effect: Effect) => effect.do === 'rare'
        effects.push(...next.effects.filter(effect => !isRare(effect)))
        const rare = next.effects.flatMap(effect => (effect.do === 'rare' ? effect.event : []))
        it.happen(...rare.map(one => ({ on: 'rare', event: one, part }) as const))
      }
    },
    wanted() {
      const seen = effects
      effects = []
      return seen
    },
    sent: () => it.wanted().flatMap(effect => (effect.do === 'send' ? [effect.frame] : [])),
    hear(...frames) {
      const socket = state.sockets
      for (const frame of frames) it.happen({ on: 'heard', socket, frame: readDown(JSON.stringify(frame)) })
    },
    opens: visit => it.happen({ on: 'opened', socket: state.sockets, visit: { site: 'shop', ...visit } }),
    live(frame) {
      it.happen({ on: 'wake' })
      it.opens()
      it.hear({ ...welcome, ...frame })
    }
  }
  return it
}

export const welcome = {
  type: 'welcome',
  version: 1,
  conversation: 'cv_1',
  epoch: 'e1',
  after: 0,
  head: 0,
  seen: 0,
  site: { title: 'Lamp shop', maxText: 100 }
}

export const line = (seq: number, more: object = { kind: 'opened' }) => ({ seq, at: seq, ...more })
export const message = (seq: number, by: string, text = `text ${seq}`, more: object = {}) =>
  line(seq, { kind: 'message', by, content: { kind: 'text', text }, ...more })
export const entries = (...lines: object[]) => ({ type: 'entries', entries: lines })

export function item(id: string, more: Partial<Item> = {}): Item {
  return { frame: { type: 'say', id, text: id }, text: id, at: 1, fate: { is: 'waiting' }, ...more }
}
export const say = (id: string): Event => ({ on: 'say', item: item(id) })
