import type { Heard } from '../../conversation/heard.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { addressOf } from './address.ts'
import type { Api } from './api.ts'
import { type Chat, each, user } from './contract.ts'
import { placesSince } from './listing.ts'
import { type Found, lookUp } from './look-up.ts'
import { type Listener, opensNothing, placeIn, readThread, taken } from './receive.ts'
import { doesBotAnswer, isAgentAtWork, isOurBot } from './who.ts'

interface CatchUpParts {
  api: Api
  clock: Clock
  log: Log
  listener(): Listener
  lookBackMs: number
  everyMs: number
  /** Hears of every thread that was looked at, whoever is in it. */
  seen(chat: Chat): void
}

/**
 * LiveChat tries a webhook three times within a minute and then forgets it, so that what was said is read again in the
 * chats themselves: in all that are active, and in those that ended since the last look.
 */
export function createCatchUp({ api, clock, log, listener, lookBackMs, everyMs, seen }: CatchUpParts) {
  let since = clock.now() - lookBackMs

  async function look(): Promise<readonly Heard[]> {
    const began = clock.now()
    const heard: Heard[] = []
    for (const place of await placesSince(since, api, listener().settings)) {
      const found = await lookUp(api, place, 'soon')
      if (found.kind === 'not') {
        skip(found)
        continue
      }
      seen(found.chat)
      heard.push(...readAll(found.chat, listener()))
    }
    // Twice as far as need be: what could not be stored now is found once more.
    since = began - 2 * everyMs
    return heard
  }

  /** One that will never be told must not keep all others from being looked at. */
  function skip({ reason, receipt }: Extract<Found, { kind: 'not' }>): void {
    if (receipt.kind !== 'refused' && receipt.kind !== 'gone') throw new Error(reason)
    log.warn({ reason }, 'a chat cannot be looked at')
  }

  return look
}

function readAll(chat: Chat, listener: Listener): readonly Heard[] {
  const { settings, self, accepting } = listener
  const address = addressOf(placeIn(chat))
  const users = each(user, chat.users)
  const said = accepting ? readThread(chat, listener) : []
  if (chat.thread.active === false) {
    const isOurs = users.some(({ id }) => id === settings.botId)
    return isOurs ? [...said.map(opensNothing), { address, input: { kind: 'close' }, ifOurs: true }] : []
  }
  if (doesBotAnswer(users, settings)) return said
  if (!users.some(one => isOurBot(one, settings))) return []
  const agents = users.filter(one => isAgentAtWork(one, settings)).slice(0, 1)
  return [
    ...said.map(opensNothing),
    ...agents.map(({ name }) => ({ address, input: taken(name, self), ifOurs: true }) as const)
  ]
}
