import type { Clock } from '../../../lib/clock.ts'
import type { Log } from '../../../lib/log.ts'
import { Lru } from '../../../lib/lru.ts'
import type { Receipt } from '../../../outbox/destination.ts'
import { receiptOf } from '../answer.ts'
import { each, user } from '../contract.ts'
import { join } from '../join.ts'
import { customIdsIn, lookUp } from '../look-up.ts'
import { type Sender, sendEvent } from '../sender.ts'
import { isAgentAtWork, isOurBot } from '../who.ts'
import type { Remark, Say } from './rule.ts'

interface VoiceParts {
  sender: Sender
  clock: Clock
  log: Log
  /** Does the bot take chats? One that does not says nothing either. */
  accepting(): boolean
}

const tries = 5
const waitMs = 5_000

/**
 * Says what rules have to say. The chat is looked at before each: whether this thread of it goes on, whether the bot is
 * in it, and whether it was said before, be it by a process that has died since. One after the other.
 */
export function createVoice({ sender, clock, log, accepting }: VoiceParts): Say {
  const asked = new Lru<string, true>(10_000)
  let last = Promise.resolve()

  async function saying(remark: Remark, tried: number): Promise<void> {
    const receipt = await sayOnce(remark, sender)
    if (receipt.kind === 'taken') return
    const again = (receipt.kind === 'later' || receipt.kind === 'unknown') && tried < tries
    const reason = 'reason' in receipt ? receipt.reason : receipt.kind
    if (!again) log.warn({ rule: remark.customId, reason }, 'what a rule had to say is not said')
    else clock.after(waitMs * tried, () => queue(remark, tried + 1))
  }

  function queue(remark: Remark, tried: number): void {
    last = last
      .then(() => saying(remark, tried))
      .catch((error: unknown) => log.error({ error: String(error) }, 'a fault in a rule'))
  }

  return remark => {
    if (!accepting() || asked.get(remark.customId)) return
    asked.set(remark.customId, true)
    queue(remark, 1)
  }
}

async function sayOnce(remark: Remark, sender: Sender): Promise<Receipt> {
  const { place, text, visibility, customId } = remark
  const found = await lookUp(sender.api, place, 'soon')
  if (found.kind === 'not') return found.receipt
  if (found.chat.thread.active === false) return { kind: 'gone', reason: 'the chat’s thread is over' }
  if (customIdsIn(found.chat).has(customId)) return { kind: 'taken' }
  const users = each(user, found.chat.users)
  if (!users.some(one => isOurBot(one, sender.settings))) {
    // Were the bot there alone, it would be the one to answer.
    if (!users.some(one => isAgentAtWork(one, sender.settings)))
      return { kind: 'gone', reason: 'no agent is there' }
    const joined = await join(sender.api, place, visibility, sender.settings)
    if (joined.kind !== 'done') return receiptOf(joined)
  }
  const answer = await sendEvent(sender, place, { type: 'message', text, visibility, custom_id: customId })
  return answer.kind === 'done' ? { kind: 'taken' } : receiptOf(answer)
}
