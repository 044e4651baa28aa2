import type { Content } from '#shared/content.ts'
import type { Seq } from '#shared/ids.ts'
import type { Json } from '../lib/json.ts'
import type { DestinationId } from './delivery.ts'
import type { Draft, Entry } from './entry.ts'
import type { Refusal } from './refusal.ts'

/** What becomes of a handover while nobody may be given a visitor. */
type Nobody =
  /** It waits all the same: somebody may come. */
  | { then: 'wait' }
  /** The bot has it again at once, and the visitor is told why. */
  | { then: 'handback' }
  /** The visitor is shown this form, and what they leave waits so long. */
  | { then: 'form'; form: Content; keepMs: number }

/** What a site's configuration says about its conversations. */
export interface SiteRules {
  bot: DestinationId
  /** Where its visitors are reached, unless that is our own widget. */
  channel?: DestinationId
  /** Who else wants to hear of an entry. */
  subscribers?(entry: Entry): readonly DestinationId[]
  /** The bot's starting payload on this page. */
  start(pageUrl: string | undefined): Json
  /** Is there anybody who could take a handover? */
  agents: boolean
  nobody: Nobody
  /** Outside these hours nobody is there, whoever has the console open. */
  hours?(now: number): boolean
  /** How long a handover waits to be taken. */
  takeWithinMs: number
  /** The longest text a visitor or an agent may say, in characters. */
  maxText: number
  /** Takes out of a text what the site does not want to have. */
  mask?(text: string): string
}

/** What a rule may know besides state and input. */
export interface Facts {
  now: number
  rules: SiteRules
  /** May anybody be given a visitor now? */
  somebody: boolean
  /** The entry that a postback names, if there is one. */
  pressed: Entry | undefined
}

/** Entries to append, and what is told and forgotten; or a refusal, and then nothing changes. */
export type Decision =
  | {
      ok: true
      entries: readonly Draft[]
      seen?: Seq
      typing?: { by: 'visitor' | 'bot' | 'agent'; state: 'start' | 'stop' }
    }
  /** `by`: the agent who has it. */
  | { ok: false; refusal: Refusal; by?: string }

export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal })
/** An agent has it, and that is why not. */
export const taken = ({ name }: { name: string }): Decision => ({ ok: false, refusal: 'taken', by: name })
export const entries = (...drafts: readonly Draft[]): Decision => ({ ok: true, entries: drafts })
