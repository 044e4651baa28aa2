import type { Caller } from '../../lib/call.ts'
import type { Clock } from '../../lib/clock.ts'
import { listened, type OnExchange } from '../../lib/listened.ts'
import { type Answer, answerOf, isUnauthenticated } from './answer.ts'
import { createLimiter, type Urgency } from './limiter.ts'
import type { SetupSettings } from './settings.ts'
import { createBotToken, createOperatorToken, type Token } from './token.ts'

type Apis = 'agent' | 'configuration'

/** One call to LiveChat. Everything is a POST of JSON, reading too. */
export interface Act {
  api: Apis
  action: string
  body: Readonly<Record<string, unknown>>
  urgency?: Urgency
  /** Told of the exchanges that it comes to. */
  onExchange?: OnExchange
}

/** LiveChat's APIs, at our own pace. */
export interface Api {
  /** As the bot: what visitors and agents see. */
  asBot(act: Act): Promise<Answer>
  /** As the operator whose token it is: webhooks and bots. */
  asOperator(act: Act): Promise<Answer>
  /** The same, whose exchanges as the bot are told of. */
  toldOf(onExchange: OnExchange): Api
  /** Would a call go at once? */
  idle(): boolean
}

interface ApiParts {
  settings: SetupSettings
  caller: Caller
  clock: Clock
}

export function createApi({ settings, caller, clock }: ApiParts): Api {
  const limiter = createLimiter(settings.callsPerSecond, clock)
  let region: string | undefined

  /** Once, and once more where LiveChat names the region that it should have been. ASSUMED(livechat 2.1) */
  async function post(act: Act, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const answer = await once(act, headers)
    const named = answer.kind === 'error' ? answer.region : undefined
    if (named === undefined || named === region) return answer
    region = named
    return once(act, headers)
  }

  async function once(act: Act, headers: Readonly<Record<string, string>>) {
    await limiter.turn(act.urgency ?? 'now')
    const located = region === undefined ? headers : { ...headers, 'x-region': region }
    return answerOf(
      act.action,
      await listened(caller, act.onExchange).send(requestOf(act, settings, located))
    )
  }

  /** With a token, and once more with a new one when LiveChat does not take it. */
  async function withToken(token: Token, act: Act, more: Readonly<Record<string, string>>): Promise<Answer> {
    const first = await token.get()
    if ('kind' in first) return first
    const answer = await post(act, { authorization: first.authorization, ...more })
    if (!isUnauthenticated(answer) || !token.forget(first)) return answer
    const second = await token.get()
    return 'kind' in second ? second : post(act, { authorization: second.authorization, ...more })
  }

  const operator = createOperatorToken({ settings, caller })
  const asOperator = (act: Act) => withToken(operator, act, {})
  const bot = createBotToken({ settings, clock, ask: asOperator })
  // 3.6 knows no X-Author-Id: there only the bot's own token makes it the author.
  const asAuthor = { 'x-author-id': settings.botId ?? '' }
  const asBot = (act: Act) =>
    settings.version === '3.5' ? withToken(operator, act, asAuthor) : withToken(bot, act, {})
  const api: Api = {
    asOperator,
    asBot,
    toldOf: onExchange => ({ ...api, asBot: act => asBot({ ...act, onExchange }) }),
    idle: () => limiter.idle()
  }
  return api
}

const requestOf = (
  { api, action, body }: Act,
  { apiUrl, version }: SetupSettings,
  headers: Readonly<Record<string, string>>
) => ({
  url: `${apiUrl}/v${version}/${api}/action/${action}`,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body)
})
