import type { State } from '../connection/state.ts'
import { find, type Unsent } from '../connection/unsent.ts'

/**
 * From where a tab goes on that leads from here on: with the log that is on its screen, and with what storage holds as
 * unsent, which is nobody's. What was acknowledged is in storage no more, and is shown until its entry comes.
 */
export function successor(own: State, shown: State, stored: Unsent): State {
  const sent = shown.unsent.filter(({ frame, fate }) => fate.is === 'sent' && !find(stored, frame.id))
  return {
    ...shown,
    link: shown.link.is === 'stopped' ? shown.link : { is: 'idle' },
    sockets: own.sockets,
    attempt: 0,
    typing: { bot: false, agent: false },
    unsent: [...sent, ...stored],
    flying: undefined,
    refusals: 0,
    held: false,
    fingers: { moving: false, told: false }
  }
}
