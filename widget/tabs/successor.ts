import type { State, View } from '../connection/state.ts'
import { find, type Item, type Unsent } from '../connection/unsent.ts'

/**
 * From where a tab goes on that leads from here on: with the log that is on its screen, and with what storage holds as
 * unsent, which is nobody's. What was acknowledged is in storage no more, and is shown until its entry comes.
 */
export function successor(own: State, shown: State, stored: Unsent): State {
  const sent = shown.unsent.filter(({ frame, fate }) => fate.is === 'sent' && !find(stored, frame.id))
  const isThrough = cameThrough(shown.view)
  return {
    ...shown,
    link: shown.link.is === 'stopped' ? shown.link : { is: 'idle' },
    sockets: own.sockets,
    attempt: 0,
    typing: { bot: false, agent: false },
    unsent: [...sent, ...stored.filter(item => !isThrough(item))],
    flying: undefined,
    refusals: 0,
    held: false,
    fingers: { moving: false, told: false }
  }
}

/** Is in the log already: storage may tell a tab later than the log does that something has come through. */
export function cameThrough({ lines }: View): (item: Item) => boolean {
  const inLog = new Set(lines.map(line => 'id' in line && line.id))
  return ({ frame }) => inLog.has(frame.id)
}
