import type { Caller } from '../../lib/call.ts'
import type { Clock } from '../../lib/clock.ts'
import { type Answer, answerOf } from './answer.ts'
import type { Act } from './api.ts'
import { botToken, refreshed } from './contract.ts'
import type { SetupSettings } from './settings.ts'

interface Authorized {
  authorization: string
}

/** A token: what to call with, or why there is none. */
export interface Token {
  get(): Promise<Authorized | Answer>
  /** It was not taken. False when there is no other to be had. */
  forget(refused: Authorized): boolean
}

/** It is valid for 24 hours and cannot be asked how long it still is. */
const botTokenMs = 23 * 3_600_000

/** The bot's own token, kept and renewed before it ends. */
export function createBotToken({
  settings,
  clock,
  ask
}: {
  settings: SetupSettings
  clock: Clock
  ask(act: Act): Promise<Answer>
}): Token {
  let kept: { token: Authorized; until: number } | undefined
  let asking: Promise<Authorized | Answer> | undefined

  async function issue(): Promise<Authorized | Answer> {
    const answer = await ask({
      api: 'configuration',
      action: 'issue_bot_token',
      body: {
        bot_id: settings.botId,
        client_id: settings.clientId,
        bot_secret: settings.botSecret,
        organization_id: settings.organizationId
      }
    })
    if (answer.kind === 'unknown') return { ...answer, kind: 'unsent' }
    if (answer.kind !== 'done') return answer
    const read = botToken.safeParse(answer.body)
    if (!read.success) return { kind: 'unsent', action: answer.action, reason: 'an answer without a token' }
    const token = { authorization: `Bearer ${read.data.token}` }
    kept = { token, until: clock.now() + botTokenMs }
    return token
  }

  return {
    get() {
      if (kept && clock.now() < kept.until) return Promise.resolve(kept.token)
      asking ??= issue().finally(() => {
        asking = undefined
      })
      return asking
    },
    forget(refused) {
      if (kept?.token === refused) kept = undefined
      return true
    }
  }
}

/** A personal access token for ever, or an OAuth token that may be renewed. */
export function createOperatorToken({
  settings,
  caller
}: {
  settings: SetupSettings
  caller: Caller
}): Token {
  const { accessToken, accountId, accountsUrl, clientId, clientSecret, refreshToken } = settings
  let token: Authorized | undefined = { authorization: authorizationOf(accessToken, accountId) }
  let asking: Promise<Authorized | Answer> | undefined

  /** ASSUMED(livechat 2.1): as OAuth has it; the refresh token stays the same. */
  async function renew(): Promise<Authorized | Answer> {
    const result = await caller.send({
      url: `${accountsUrl}/v2/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: refreshToken ?? '',
        client_id: clientId,
        client_secret: clientSecret ?? ''
      }).toString()
    })
    const answer = answerOf('token', result)
    if (answer.kind === 'unknown') return { ...answer, kind: 'unsent' }
    if (answer.kind !== 'done') return answer
    const read = refreshed.safeParse(answer.body)
    if (!read.success) return { kind: 'unsent', action: 'token', reason: 'an answer without a token' }
    token = { authorization: `Bearer ${read.data.access_token}` }
    return token
  }

  return {
    get() {
      if (token) return Promise.resolve(token)
      asking ??= renew().finally(() => {
        asking = undefined
      })
      return asking
    },
    forget(refused) {
      if (refreshToken === undefined) return false
      if (token === refused) token = undefined
      return true
    }
  }
}

const authorizationOf = (token: string, account: string | undefined): string =>
  account === undefined ? `Bearer ${token}` : `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`
