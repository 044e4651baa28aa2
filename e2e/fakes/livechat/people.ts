import { addEvent, addMember, come, deactivate, type Office, removeUser } from './agent.ts'
import { type Body, type Chat, type Event, newId, type Thread, timestamp } from './model.ts'
import { buttonOf, wordsIn } from './screen.ts'

/** A chat's last thread. */
export interface Talk {
  chat: Chat
  thread: Thread
}

export interface Visitors {
  /** A visitor begins; the bot is given the chat. */
  visitorBegins(text: string): Talk
  /** The same visitor comes back: another thread of the chat. */
  visitorReturns(talk: Talk, text: string): Talk
  visitorSays(talk: Talk, text: string): void
  /** A click on the newest button of this label: told in both forms. */
  visitorClicks(talk: Talk, label: string): void
  /** Told as a notice and as a property. */
  visitorRates(talk: Talk, score: 0 | 1): void
}

export interface Agents {
  agentSays(talk: Talk, text: string): void
  agentTags(talk: Talk, tag: string): void
  agentCloses(talk: Talk): void
  /** The agent gives the chat to the bot. */
  agentGivesBack(talk: Talk): void
  /** What stands in the thread for everybody, as `who: words`. */
  shown(talk: Talk): string[]
  /** What only agents see. */
  amongAgents(talk: Talk): string[]
}

const at = ({ chat, thread }: Talk) => ({ chat_id: chat.id, thread_id: thread.id })
const visitorOf = ({ chat }: Talk): string => chat.users.find(({ type }) => type === 'customer')?.id ?? ''

const say = (office: Office, { chat, thread }: Talk, author: string, event: Body): Event =>
  addEvent(office, { chat, thread, author }, { type: 'message', ...event })

/** The first words stand inside the new chat. */
function begin({ model, tell }: Office, chat: Chat, text: string): Talk {
  const [bot] = model.bots
  if (bot) come(chat, { id: bot.id, name: bot.name, type: 'agent', visibility: 'all' })
  const thread: Thread = {
    id: newId(),
    active: true,
    created_at: timestamp(),
    events: [],
    tags: [],
    properties: {}
  }
  chat.threads.push(thread)
  const talk = { chat, thread }
  say({ model, tell: () => {} }, talk, visitorOf(talk), { text })
  const { id, users } = chat
  tell({ action: 'incoming_chat', chat, payload: { chat: { id, users, thread } } })
  return talk
}

export function visitorsOf(office: Office): Visitors {
  const { model, tell } = office
  return {
    visitorBegins(text) {
      const id = `7c1d2e3f-0000-4aaa-8bbb-${newId().toLowerCase().padStart(12, '0')}`
      const chat: Chat = {
        id: newId(),
        users: [{ id, type: 'customer', name: 'Kim', present: true }],
        threads: [],
        typing: []
      }
      model.chats.push(chat)
      return begin(office, chat, text)
    },
    visitorReturns: ({ chat }, text) => begin(office, chat, text),
    visitorSays: (talk, text) => void say(office, talk, visitorOf(talk), { text }),
    visitorClicks(talk, label) {
      const { id, event_id } = buttonOf(talk.thread, label)
      const user_id = visitorOf(talk)
      const payload = { ...at(talk), user_id, event_id, postback: { id, toggled: true } }
      tell({ action: 'incoming_rich_message_postback', chat: talk.chat, by: user_id, payload })
      const postback = { id, thread_id: talk.thread.id, event_id, type: 'message', value: label }
      say(office, talk, user_id, { text: label, postback })
    },
    visitorRates(talk, score) {
      talk.thread.properties = { rating: { score } }
      const payload = { ...at(talk), properties: { rating: { score } } }
      tell({ action: 'thread_properties_updated', chat: talk.chat, by: visitorOf(talk), payload })
      const word = score === 1 ? 'good' : 'bad'
      const notice = { type: 'system_message', system_message_type: 'rating.chat_rated', text: word }
      say(office, talk, '', { ...notice, text_vars: { customer: 'Kim', score: word } })
    }
  }
}

const ann = { id: 'ann@example.org', name: 'Ann', type: 'agent', visibility: 'all' } as const

export function agentsOf(office: Office): Agents {
  const { model, tell } = office
  return {
    agentSays: (talk, text) => void say(office, talk, ann.id, { text }),
    agentTags(talk, tag) {
      talk.thread.tags.push(tag)
      tell({ action: 'thread_tagged', chat: talk.chat, by: ann.id, payload: { ...at(talk), tag } })
    },
    agentCloses: ({ chat, thread }) => deactivate(office, chat, thread, ann.id),
    agentGivesBack(talk) {
      const [bot] = model.bots
      if (!bot) throw new Error('there is no bot')
      const here = { ...talk, author: ann.id }
      removeUser(office, here, ann.id)
      addMember(office, here, { id: bot.id, name: bot.name, type: 'agent', visibility: 'all' })
      const transferred_to = { group_ids: [0], agent_ids: [bot.id] }
      const payload = { ...at(talk), requester_id: ann.id, reason: 'manual', transferred_to }
      tell({ action: 'chat_transferred', chat: talk.chat, by: ann.id, payload })
    },
    shown: ({ thread }) => wordsIn(model, thread, 'all'),
    amongAgents: ({ thread }) => wordsIn(model, thread, 'agents')
  }
}
