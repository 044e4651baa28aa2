import type { Decision, Facts } from './decision.ts'
import type { Input } from './input.ts'
import { back } from './rules/back.ts'
import { close } from './rules/close.ts'
import { deadline } from './rules/deadline.ts'
import { handback } from './rules/handback.ts'
import { handover } from './rules/handover.ts'
import { leave } from './rules/leave.ts'
import { named } from './rules/named.ts'
import { note } from './rules/note.ts'
import { open } from './rules/open.ts'
import { page } from './rules/page.ts'
import { postback } from './rules/postback.ts'
import { rated } from './rules/rated.ts'
import { received } from './rules/received.ts'
import { said } from './rules/said.ts'
import { seen } from './rules/seen.ts'
import { take } from './rules/take.ts'
import { transfer } from './rules/transfer.ts'
import { typing } from './rules/typing.ts'
import { undelivered } from './rules/undelivered.ts'
import type { State } from './state.ts'

/** What an input means for a conversation in this state. Pure. */
export function decide(state: State, input: Input, facts: Facts): Decision {
  switch (input.kind) {
    case 'open':
      return open(state, input, facts)
    case 'said':
      return said(state, input, facts)
    case 'postback':
      return postback(state, input, facts)
    case 'received':
      return received(state, input, facts)
    case 'typing':
      return typing(state, input)
    case 'seen':
      return seen(state, input)
    case 'handover':
      return handover(state, input, facts)
    case 'take':
      return take(state, input)
    case 'transfer':
      return transfer(state, input)
    case 'leave':
      return leave(state, input, facts)
    case 'note':
      return note(state, input)
    case 'handback':
      return handback(state, input)
    case 'close':
      return close(state, input)
    case 'back':
      return back(state, input)
    case 'rated':
      return rated(state, input)
    case 'page':
      return page(state, input)
    case 'named':
      return named(state, input)
    case 'deadline':
      return deadline(state, input)
    case 'undelivered':
      return undelivered(state, input)
    default:
      return input satisfies never
  }
}
