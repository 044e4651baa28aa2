import type { Json } from '../lib/json.ts'
import type { Named } from './entry.ts'
import type { Input } from './input.ts'

/** One thing a platform told us about one of its conversations. */
export interface Heard {
  /** The platform's id of the conversation. */
  address: string
  input: Input
  /** Handed in when the first is refused: what an action said, where the action is no longer known. */
  otherwise?: Input
  /** It may well be about a conversation that is none of ours, or that is so already: a refusal is no news. */
  ifOurs?: true
  /**
   * A visitor begins: when no open conversation has this address, one is opened. `once`: no address there is used for
   * two conversations, so that what comes late opens none.
   */
  opens?: true | 'once'
  /** Who begins, as far as the platform says it. */
  named?: Named
  /** For a message the platform waits to see acknowledged even when we do not know its conversation. */
  raw?: Json
}

/** What a webhook's body says; `ignored` names what we had no use for, for the log. */
export type Reading =
  | { ok: true; heard: readonly Heard[]; ignored: readonly string[] }
  | { ok: false; status: 400; reason: string }
