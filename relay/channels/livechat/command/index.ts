import { hooksState } from '../contract.ts'
import { ask, type CommandParts, tell } from './ask.ts'
import { haveBot, putStatus, setStatus, statusOf } from './bot.ts'
import { compare } from './wanted.ts'
import { act, listWebhooks, putWebhooks, remove } from './webhooks.ts'

export { CommandError, type CommandParts } from './ask.ts'

/** Each can be done again and changes nothing that is right already. */
export const commands = { setup, status, teardown } satisfies Record<
  string,
  (parts: CommandParts) => Promise<void>
>

async function setup(parts: CommandParts): Promise<void> {
  await putWebhooks(parts)
  const bot = await haveBot(parts)
  await enableWebhooks(parts)
  await putStatus(parts, bot)
}

async function enableWebhooks(parts: CommandParts): Promise<void> {
  if (parts.settings.accountId === undefined) {
    parts.say('Webhooks are on since the app was installed; only a personal access token may change that.')
    return
  }
  const state = await ask(parts, act('get_license_webhooks_state', parts), hooksState)
  if (state.license_webhooks_enabled) return parts.say('Webhooks are on.')
  await tell(parts, act('enable_license_webhooks', parts))
  parts.say('Webhooks are switched on.')
}

async function status(parts: CommandParts): Promise<void> {
  const { kept, missing, stale } = compare(parts, await listWebhooks(parts))
  parts.say(`Webhooks: ${kept.length} right, ${missing.length} missing, ${stale.length} stale.`)
  for (const { action } of missing) parts.say(`Missing: ${action}`)
  for (const { action, id } of stale) parts.say(`Stale: ${action} (${id})`)
  const { botId } = parts.settings
  if (botId === undefined) return parts.say('No botId in the configuration: setup makes a bot.')
  parts.say(`The bot’s routing status is ${(await statusOf(parts, botId)) ?? 'unknown'}.`)
}

/** The bot stays: chats of the past name it. */
async function teardown(parts: CommandParts): Promise<void> {
  const { kept, stale } = compare(parts, await listWebhooks(parts))
  const { botId } = parts.settings
  if (botId !== undefined) await setStatus(parts, botId, 'offline')
  await remove(parts, [...kept, ...stale])
  parts.say('The bot itself is left as it is.')
}
