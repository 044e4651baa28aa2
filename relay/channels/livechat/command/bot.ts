import { z } from 'zod'
import { botSummary, createdBot, routingStatus } from '../contract.ts'
import { statusAt } from '../hours.ts'
import { ask, CommandError, type CommandParts, tell } from './ask.ts'
import { act } from './webhooks.ts'

/** The bot of the configuration; or the one of that name; or a new one, whose secret is shown this once. */
export async function haveBot(parts: CommandParts): Promise<string> {
  const { settings, say } = parts
  const there = await listBots(parts)
  if (settings.botId !== undefined) {
    const known = there.find(({ id }) => id === settings.botId)
    if (!known) throw new CommandError(`there is no bot ${settings.botId}; take botId out, and one is made`)
    say(`The bot is there: ${known.name ?? 'without a name'} (${known.id}).`)
    return known.id
  }
  const [same] = there.filter(({ name }) => name === settings.botName)
  if (same) {
    say(`A bot of this name is there. Put into the configuration: botId: "${same.id}"`)
    say('Its secret was shown when it was made; LiveChat’s reset_bot_secret makes another.')
    return same.id
  }
  return makeBot(parts)
}

async function makeBot(parts: CommandParts): Promise<string> {
  const { settings, say } = parts
  const body = { name: settings.botName, default_group_priority: settings.priority }
  const { id, secret } = await ask(parts, act('create_bot', parts, body), createdBot)
  say(`Made the bot ${settings.botName}. Put into the configuration; the secret is never shown again:`)
  say(`botId: "${id}"`)
  say(`botSecret: "${secret}"`)
  return id
}

/** Only those of this app: another's cannot be acted as. */
async function listBots(parts: CommandParts) {
  const request = { api: 'configuration', action: 'list_bots', body: { all: false } } as const
  const all = await ask(parts, request, z.array(botSummary))
  const { clientId } = parts.settings
  return all.filter(({ owner_client_id }) => owner_client_id === undefined || owner_client_id === clientId)
}

/** As its working hours say. Last, for a bot that is offline hears nothing. */
export async function putStatus(parts: CommandParts, bot: string): Promise<void> {
  await setStatus(parts, bot, statusAt(parts.settings.hours, parts.clock.now()))
}

export async function setStatus(parts: CommandParts, bot: string, status: string): Promise<void> {
  await tell(parts, { api: 'agent', action: 'set_routing_status', body: { status, agent_id: bot } })
  parts.say(`The bot’s routing status is ${status}.`)
}

export async function statusOf(parts: CommandParts, bot: string): Promise<string | undefined> {
  const request = { api: 'agent', action: 'list_routing_statuses', body: {} } as const
  const all = await ask(parts, request, z.array(routingStatus))
  return all.find(({ agent_id }) => agent_id === bot)?.status
}
