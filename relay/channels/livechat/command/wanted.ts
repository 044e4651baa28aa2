import { createHash } from 'node:crypto'
import type { Registration } from '../contract.ts'
import type { SetupSettings } from '../settings.ts'

/** What `register_webhook` takes. */
export interface Wanted {
  action: string
  url: string
  secret_key: string
  owner_client_id: string
  type: 'bot'
  description: string
  additional_data?: readonly string[]
  filters?: Readonly<Record<string, unknown>>
}

const ofChats = [
  'incoming_chat',
  'incoming_event',
  'chat_deactivated',
  'chat_transferred',
  'user_added_to_chat',
  'user_removed_from_chat',
  'thread_tagged',
  'thread_properties_updated'
]
const ofBots = ['routing_status_set']

/** LiveChat lets each action have so many for one client id. */
export const mostForAnAction = 3

interface Channel {
  id: string
  url: string
  settings: SetupSettings
}

/**
 * The webhooks that there should be. `incoming_event` has no `author_type`: what agents say is heard, and a rating is a
 * notice without an author, which such a filter would drop.
 */
export const wantedWebhooks = (channel: Channel): readonly Wanted[] => [
  ...ofChats.map(action => wantedOf(action, channel, chatParts(action, channel.settings))),
  ...ofBots.map(action => wantedOf(action, channel, {}))
]

function chatParts(action: string, { onlyMyChats, sourceTypes }: SetupSettings) {
  const filters = {
    ...(onlyMyChats && { chat_presence: { my_bots: true } }),
    ...(action === 'incoming_event' && { source_type: sourceTypes })
  }
  return {
    additional_data: ['chat_presence_user_ids'],
    ...(Object.keys(filters).length > 0 && { filters })
  }
}

function wantedOf(action: string, { id, url, settings }: Channel, parts: Partial<Wanted>): Wanted {
  const { secretKey, clientId, version } = settings
  const hook = { action, url, owner_client_id: clientId, type: 'bot', ...parts } as const
  const print = JSON.stringify({ hook, secretKey, version })
  return { ...hook, secret_key: secretKey, description: `${markOf(id)}${digest(print)}` }
}

/** LiveChat shows neither the secret nor all else of a webhook again: the description tells whether it is the same. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const markOf = (id: string): string => `footbridge ${id} `

/** What there is, set against what should be. Others' webhooks are nobody's business but theirs. */
export interface Compared {
  kept: readonly Registration[]
  missing: readonly Wanted[]
  stale: readonly Registration[]
  /** So many of others' that there is no room for ours. */
  full: readonly string[]
}

export function compare(channel: Channel, there: readonly Registration[]): Compared {
  const wanted = wantedWebhooks(channel)
  const ours = there.filter(
    ({ description, url }) => url === channel.url || (description?.startsWith(markOf(channel.id)) ?? false)
  )
  const kept = wanted.flatMap(one => ours.find(registered => isSame(registered, one)) ?? [])
  const missing = wanted.filter(one => !kept.some(registered => isSame(registered, one)))
  const others = there.filter(one => !ours.includes(one))
  return {
    kept,
    missing,
    stale: ours.filter(one => !kept.includes(one)),
    full: missing
      .map(({ action }) => action)
      .filter(action => others.filter(one => one.action === action).length >= mostForAnAction)
  }
}

const isSame = (registered: Registration, { action, url, description }: Wanted): boolean =>
  registered.action === action && registered.url === url && registered.description === description
