import type { Happening } from './deliver.ts'
import {
  type Answered,
  type Body,
  bodyIn,
  type Chat,
  type Event,
  empty,
  forbidden,
  lastThread,
  listIn,
  type Member,
  type Model,
  memberOf,
  type Thread,
  textIn,
  timestamp
} from './model.ts'
import { wrongEvent } from './rich.ts'

export interface Office {
  model: Model
  tell(happening: Happening): void
}

/** The Agent Chat API, as a bot uses it. `author`: who is calling. */
export function agentApi(office: Office, action: string, body: Body, author: string): Answered {
  const { model } = office
  switch (action) {
    case 'set_routing_status':
      return setStatus(office, body, author)
    case 'list_routing_statuses':
      return { ok: model.bots.map(({ id, status }) => ({ agent_id: id, status })) }
    case 'list_chats':
      return listChats(model, body)
    case 'get_chat':
      return getChat(model, body)
    case 'send_event':
      return inChat(model, action, textIn(body, 'chat_id'), (chat, thread) =>
        sendEvent(office, { chat, thread, author }, bodyIn(body, 'event'))
      )
    case 'send_typing_indicator':
      return inChat(model, action, textIn(body, 'chat_id'), chat => {
        chat.typing.push(body['is_typing'] === true)
        return typeof body['is_typing'] === 'boolean' ? empty : forbidden(model, 'typing without is_typing')
      })
    case 'mark_events_as_seen':
      return inChat(model, action, textIn(body, 'chat_id'), chat => {
        chat.seenUpTo = textIn(body, 'seen_up_to')
        return Number.isNaN(Date.parse(chat.seenUpTo)) ? forbidden(model, 'seen up to no time') : empty
      })
    case 'transfer_chat':
      return inChat(model, action, textIn(body, 'id'), (chat, thread) =>
        transfer(office, { chat, thread, author }, body)
      )
    case 'deactivate_chat':
      return inChat(model, action, textIn(body, 'id'), (chat, thread) => {
        deactivate(office, chat, thread, author)
        return empty
      })
    case 'add_user_to_chat':
      return inChat(model, action, textIn(body, 'chat_id'), (chat, thread) =>
        addUser(office, { chat, thread, author }, body)
      )
    default:
      return forbidden(model, `there is no agent action ${action}`, 'not_found')
  }
}

interface Here {
  chat: Chat
  thread: Thread
  author: string
}

/** Only where a thread is active. */
function inChat(
  model: Model,
  action: string,
  id: string,
  act: (chat: Chat, thread: Thread) => Answered
): Answered {
  const chat = model.chats.find(one => one.id === id)
  const thread = chat && lastThread(chat)
  if (!chat || !thread) return forbidden(model, `${action} in the unknown chat ${id}`, 'not_found')
  return thread.active ? act(chat, thread) : { error: 'chat_inactive' }
}

function setStatus({ model, tell }: Office, body: Body, author: string): Answered {
  const bot = model.bots.find(({ id }) => id === (textIn(body, 'agent_id') || author))
  const status = textIn(body, 'status')
  if (!bot || !/^(accepting_chats|not_accepting_chats|offline)$/.test(status))
    return forbidden(model, `set_routing_status ${status}`)
  bot.status = status
  const payload = { agent_id: bot.id, status: status.replaceAll('_', ' ') }
  tell({ action: 'routing_status_set', by: author, payload })
  return empty
}

/** Ten at a time unless told; a page is asked for by its id alone. */
function listChats(model: Model, body: Body): Answered {
  const page = textIn(body, 'page_id')
  const filters = bodyIn(body, 'filters')
  const foreign = model.version === '3.6' ? 'include_active' : 'active'
  if (foreign in filters) return forbidden(model, `list_chats with ${foreign} in ${model.version}`)
  if (page && Object.keys(body).length > 1) return forbidden(model, 'list_chats with more than a page_id')
  const [from = 0, size = 10] = page ? page.split('.').map(Number) : [0, Number(body['limit'] ?? 10)]
  if (size > 100) return forbidden(model, 'list_chats of more than 100')
  const newest = model.chats.toReversed()
  const chats = newest.slice(from, from + size).map(summaryOf)
  const more = newest.length > from + size && { next_page_id: `${from + size}.${size}` }
  return { ok: { chats_summary: chats, found_chats: newest.length, ...more } }
}

function summaryOf(chat: Chat): Body {
  const thread = lastThread(chat)
  const event = thread?.events.at(-1)
  return {
    id: chat.id,
    users: chat.users,
    last_thread_summary: { id: thread?.id, active: thread?.active, created_at: thread?.created_at },
    last_event_per_type: event ? { [event.type]: { thread_id: thread?.id, event } } : {}
  }
}

function getChat(model: Model, body: Body): Answered {
  const chat = model.chats.find(({ id }) => id === textIn(body, 'chat_id'))
  const wanted = textIn(body, 'thread_id')
  const thread = chat?.threads.find(({ id }) => id === wanted)
  if (!chat || !thread) return forbidden(model, `get_chat of the unknown ${wanted}`, 'not_found')
  return { ok: { id: chat.id, users: chat.users, access: { group_ids: [0] }, thread } }
}

/** Who may say what, and nothing twice: a `custom_id` that comes again would be a message doubled. */
function sendEvent(office: Office, { chat, thread, author }: Here, event: Body): Answered {
  const { model } = office
  const member = memberOf(chat, author)
  if (!member) return { error: 'missing_access' }
  if (member.visibility === 'agents' && event['visibility'] !== 'agents')
    return forbidden(model, 'one who is seen by agents only spoke to everybody')
  const wrong = wrongEvent(event)
  if (wrong.length > 0) return forbidden(model, `send_event: ${wrong.join(', ')}`)
  const custom = textIn(event, 'custom_id')
  if (custom && thread.events.some(({ custom_id }) => custom_id === custom))
    model.failures.push(`sent twice: ${custom}`)
  const { id } = addEvent(office, { chat, thread, author }, event)
  return { ok: { event_id: id } }
}

export function addEvent({ tell }: Office, { chat, thread, author }: Here, event: Body): Event {
  const id = `${thread.id}_${thread.events.length + 1}`
  const common = { id, type: textIn(event, 'type'), created_at: timestamp(), visibility: 'all' }
  const whole: Event = { ...common, ...event, ...(author && { author_id: author }) }
  thread.events.push(whole)
  const payload = { chat_id: chat.id, thread_id: thread.id, event: whole }
  tell({ action: 'incoming_event', chat, ...(author && { by: author }), payload })
  return whole
}

/** The bot goes, and an agent who is free comes; fails where there is none and nobody wants to wait. */
function transfer(office: Office, { chat, thread, author }: Here, body: Body): Answered {
  const { model, tell } = office
  const target = bodyIn(body, 'target')
  const ids = listIn(target, 'ids')
  const kind = target['type'] === 'group' ? 'number' : 'string'
  if (ids.some(id => typeof id !== kind)) return forbidden(model, 'transfer_chat to ids of another type')
  const free = model.agents.find(agent => agent.free)
  if (!free && body['ignore_agents_availability'] !== true) return { error: 'agent_offline' }
  removeUser(office, { chat, thread, author }, author)
  const at = { chat_id: chat.id, thread_id: thread.id }
  const transferred = { group_ids: [0], agent_ids: free ? [free.id] : [] }
  const payload = { ...at, requester_id: author, reason: 'manual', transferred_to: transferred }
  tell({ action: 'chat_transferred', chat, by: author, payload })
  if (free) addMember(office, { chat, thread, author }, { ...free, type: 'agent', visibility: 'all' })
  return empty
}

export function removeUser({ tell }: Office, { chat, thread, author }: Here, id: string): void {
  const present = chat.users.filter(user => user.present).map(user => user.id)
  const gone = memberOf(chat, id)
  if (gone) gone.present = false
  const payload = { chat_id: chat.id, thread_id: thread.id, user_id: id, reason: 'manual' }
  tell({ action: 'user_removed_from_chat', chat, by: author, payload, present })
}

interface Coming {
  id: string
  name: string
  type: 'agent'
  visibility: string
}

export function addMember({ tell }: Office, { chat, thread, author }: Here, coming: Coming): void {
  const user = come(chat, coming)
  const at = { chat_id: chat.id, thread_id: thread.id }
  const payload = { ...at, user, reason: 'manual', requester_id: author }
  tell({ action: 'user_added_to_chat', chat, by: author, payload })
}

export function come(chat: Chat, { id, name, type, visibility }: Coming): Member {
  chat.users = chat.users.filter(user => user.id !== id)
  const user = { id, name, type, visibility, present: true }
  chat.users.push(user)
  return user
}

function addUser(office: Office, here: Here, body: Body): Answered {
  const { model } = office
  const bot = model.bots.find(({ id }) => id === body['user_id'])
  const visibility = textIn(body, 'visibility')
  if (!bot || body['user_type'] !== 'agent' || !/^(all|agents)$/.test(visibility))
    return forbidden(model, 'add_user_to_chat of somebody else')
  addMember(office, here, { id: bot.id, name: bot.name, type: 'agent', visibility })
  return empty
}

export function deactivate({ tell }: Office, chat: Chat, thread: Thread, author: string): void {
  const present = chat.users.filter(user => user.present).map(({ id }) => id)
  thread.active = false
  for (const user of chat.users) if (user.type === 'agent') user.present = false
  const payload = { chat_id: chat.id, thread_id: thread.id, ...(author && { user_id: author }) }
  tell({ action: 'chat_deactivated', chat, ...(author && { by: author }), payload, present })
}
