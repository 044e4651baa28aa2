import {
  type Answered,
  type Body,
  bodyIn,
  empty,
  forbidden,
  listIn,
  type Model,
  newHex,
  newId,
  textIn
} from './model.ts'

const eventActions = ['incoming_event', 'event_updated']
const withoutAdditions = ['agent_status_changed', 'agent_deleted', 'incoming_customer']
const withoutChats = ['routing_status_set']
const known = [
  'incoming_chat',
  'chat_deactivated',
  'chat_transferred',
  'user_added_to_chat',
  'user_removed_from_chat',
  'incoming_rich_message_postback',
  'thread_tagged',
  'thread_untagged',
  'thread_properties_updated',
  'events_marked_as_seen',
  ...eventActions,
  ...withoutChats
]

/** The Configuration API: webhooks, bots, and their tokens. */
export function configuration(model: Model, action: string, body: Body): Answered {
  switch (action) {
    case 'list_webhooks':
      return isOurs(model, body, action) ?? { ok: model.registrations.map(shown(model)) }
    case 'register_webhook':
      return isOurs(model, body, action) ?? register(model, body)
    case 'unregister_webhook':
      return isOurs(model, body, action) ?? unregister(model, textIn(body, 'id'))
    case 'get_license_webhooks_state':
      return isOurs(model, body, action) ?? { ok: { license_webhooks_enabled: model.hooksOn } }
    case 'enable_license_webhooks':
      model.hooksOn = true
      return isOurs(model, body, action) ?? empty
    case 'list_bots':
      return { ok: model.bots.map(({ id, name }) => ({ id, name, owner_client_id: model.clientId })) }
    case 'create_bot':
      return isOurs(model, body, action) ?? createBot(model, body)
    case 'issue_bot_token':
      return issueToken(model, body)
    default:
      return forbidden(model, `there is no configuration action ${action}`, 'not_found')
  }
}

const isOurs = (model: Model, body: Body, action: string): Answered | undefined =>
  body['owner_client_id'] === model.clientId
    ? undefined
    : forbidden(model, `${action} without our owner_client_id`)

/** What is secret is not told again. */
const shown =
  (model: Model) =>
  ({ id, url, description, action, filters }: Model['registrations'][number]) => ({
    id,
    url,
    description,
    action,
    filters,
    owner_client_id: model.clientId,
    type: 'bot'
  })

function register(model: Model, body: Body): Answered {
  const action = textIn(body, 'action')
  const url = textIn(body, 'url')
  const secretKey = textIn(body, 'secret_key')
  const filters = bodyIn(body, 'filters')
  const wrong = [
    ...(known.includes(action) ? [] : ['an action that is no webhook']),
    ...(url.startsWith('http') && url.length <= 500 ? [] : ['a url that is none or too long']),
    ...(secretKey ? [] : ['no secret_key']),
    ...(body['type'] === 'bot' ? [] : ['another type than bot']),
    ...wrongFilters(action, filters, 'additional_data' in body)
  ]
  if (wrong.length > 0) return forbidden(model, `register_webhook ${action}: ${wrong.join(', ')}`)
  if (model.registrations.filter(one => one.action === action).length >= 3)
    return forbidden(model, `a fourth webhook for ${action}`, 'limit_reached')
  const id = newId()
  const additionalData = listIn(body, 'additional_data').map(String)
  const description = textIn(body, 'description')
  model.registrations.push({ id, action, url, description, secretKey, additionalData, filters })
  return { ok: { id } }
}

function wrongFilters(action: string, filters: Body, additions: boolean): string[] {
  const users = bodyIn(bodyIn(filters, 'chat_presence'), 'user_ids')
  return [
    ...('author_type' in filters && !eventActions.includes(action) ? ['author_type'] : []),
    ...('values' in users && 'exclude_values' in users ? ['values beside exclude_values'] : []),
    ...('chat_presence' in filters && withoutChats.includes(action) ? ['chat_presence'] : []),
    ...(additions && [...withoutAdditions, ...withoutChats].includes(action) ? ['additional_data'] : [])
  ]
}

function unregister(model: Model, id: string): Answered {
  const index = model.registrations.findIndex(one => one.id === id)
  if (index < 0) return forbidden(model, 'unregister_webhook of nothing', 'not_found')
  model.registrations.splice(index, 1)
  return empty
}

function createBot(model: Model, body: Body): Answered {
  const name = textIn(body, 'name')
  if (!name) return forbidden(model, 'create_bot without a name')
  const bot = { id: newHex(), name, secret: `secret-${newHex()}`, status: 'offline' }
  model.bots.push(bot)
  return { ok: { id: bot.id, secret: bot.secret } }
}

function issueToken(model: Model, body: Body): Answered {
  const bot = model.bots.find(({ id }) => id === body['bot_id'])
  const right =
    bot?.secret === body['bot_secret'] &&
    body['client_id'] === model.clientId &&
    body['organization_id'] === model.organizationId
  if (!bot || !right) return forbidden(model, 'issue_bot_token of another bot', 'authentication')
  const token = `token.${newHex()}`
  model.tokens.set(token, bot.id)
  return { ok: { token } }
}
