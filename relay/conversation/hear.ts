import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Accept, Outcome } from './accept.ts'
import type { DestinationId } from './delivery.ts'
import type { Heard } from './heard.ts'
import type { Input } from './input.ts'
import { newConversationId } from './new-id.ts'

interface HearParts {
  accept: Accept
  clock: Clock
  log: Log
}

/** Hands in what a platform said, opening a conversation for a visitor who begins. */
export function createHear({ accept, clock, log }: HearParts) {
  return async function hear(from: DestinationId, { address, input, ...heard }: Heard): Promise<Outcome> {
    const where = { destination: from, address }
    let outcome = await accept(where, input)
    if (heard.opens && (nobodys(outcome) || (heard.opens !== 'once' && isClosed(outcome)))) {
      const open: Input = { kind: 'open', site: from, address, named: heard.named }
      const opened = await accept(newConversationId(clock.now()), open)
      if (opened.kind === 'failed') return opened
      outcome = await accept(where, input)
    }
    if (outcome.kind === 'refused' && heard.otherwise) outcome = await accept(where, heard.otherwise)
    if (outcome.kind === 'refused' && !heard.ifOurs) {
      log.warn({ from, input: input.kind, refusal: outcome.refusal }, 'refused what a platform said')
    }
    return outcome
  }
}
export type Hear = ReturnType<typeof createHear>

const nobodys = (outcome: Outcome) => outcome.kind === 'refused' && outcome.refusal === 'unknown'
const isClosed = (outcome: Outcome) => outcome.kind === 'refused' && outcome.refusal === 'closed'
