import { z } from 'zod'
import { type Registration, registered, registration } from '../contract.ts'
import { ask, CommandError, type CommandParts, tell } from './ask.ts'
import { compare, mostForAnAction } from './wanted.ts'

export const listWebhooks = (parts: CommandParts): Promise<readonly Registration[]> =>
  ask(parts, act('list_webhooks', parts), z.array(registration))

/** Registers what is missing, and takes away what was ours and is no longer right: LiveChat cannot change a webhook. */
export async function putWebhooks(parts: CommandParts): Promise<void> {
  const { kept, missing, stale, full } = compare(parts, await listWebhooks(parts))
  if (full.length > 0) {
    const actions = full.join(', ')
    throw new CommandError(`this client id has ${mostForAnAction} webhooks of others for ${actions}: no room`)
  }
  await remove(parts, stale)
  for (const one of missing) {
    const { id } = await ask(parts, act('register_webhook', parts, { ...one }), registered)
    parts.say(`Registered ${one.action} (${id}).`)
  }
  if (kept.length > 0) parts.say(`${kept.length} webhooks are right as they are.`)
}

export async function remove(parts: CommandParts, stale: readonly Registration[]): Promise<void> {
  for (const { id, action } of stale) {
    await tell(parts, act('unregister_webhook', parts, { id }))
    parts.say(`Unregistered ${action} (${id}).`)
  }
}

export const act = (
  action: string,
  { settings }: CommandParts,
  body: Readonly<Record<string, unknown>> = {}
) => ({ api: 'configuration', action, body: { owner_client_id: settings.clientId, ...body } }) as const
