import { addEvent, addMember, come, deactivate, type Office, removeUser } from './agent.ts'
import {
  type Body,
  type Chat,
  type Event,
  isBody,
  listIn,
  newId,
  type Thread,
  textIn,
  timestamp
} from './model.ts'

/** A chat's last thread. */
export interface Talk {
  chat: Chat
  thread: Thread
}

/** What visitors and agents do at LiveChat. */
export interface People {
  /** A visitor begins; the bot is given the chat unless told. */
  visitorBegins(text: string, withBot?: boolean): Talk
  /** The same visitor comes back: another thread of the chat. */
  visitorReturns(talk: Talk, text: string): Talk
  visitorSays(talk: Talk, text: string): Event
  /** A click on the button of the bot's newest message that has it: told in both forms. */
  visitorClicks(talk: Talk, label: string): void
  /** Told as a notice and as a property. */
  visitorRates(talk: Talk, score: 0 | 1): void
  agentSays(talk: Talk, text: string, more?: Body): void
  agentTags(talk: Talk, tag: string): void
  agentCloses(talk: Talk): void
  agentComes(talk: Talk): void
  /** The agent gives the chat to the bot. */
  agentGivesBack(talk: Talk): void
  /** What stands in the thread for everybody, as `who: words`. */
  shown(talk: Talk): string[]
  /** What only agents see. */
  amongAgents(talk: Talk): string[]
}

const ann = { id: 'ann@example.org', name: 'Ann', type: 'agent', visibility: 'all' } as const

export function peopleOf(office: Office): People {
  const { model, tell } = office

  function begin(chat: Chat, text: string): Talk {
    const thread = {
      id: newId(),
      active: true,
      created_at: timestamp(),
      events: [],
      tags: [],
      properties: {}
    }
    chat.threads.push(thread)
    const [visitor] = chat.users
    // The first words stand inside the new chat, and come by themselves as well.
    addEvent(
      { model, tell: () => {} },
      { chat, thread, author: visitor?.id ?? '' },
      { type: 'message', text }
    )
    const { id, users } = chat
    tell({ action: 'incoming_chat', chat, payload: { chat: { id, users, thread: { ...thread } } } })
    return { chat, thread }
  }

  const visitorOf = ({ chat }: Talk): string => chat.users.find(({ type }) => type === 'customer')?.id ?? ''
  const say = ({ chat, thread }: Talk, author: string, event: Body): Event =>
    addEvent(office, { chat, thread, author }, { type: 'message', ...event })
  const at = ({ chat, thread }: Talk) => ({ chat_id: chat.id, thread_id: thread.id })

  return {
    visitorBegins(text, withBot = true) {
      const bot = model.bots.find(({ status }) => status === 'accepting_chats')
      const visitor = {
        id: `7c1d2e3f-0000-4aaa-8bbb-${newId().toLowerCase().padStart(12, '0')}`,
        type: 'customer'
      }
      const users: Chat['users'] = [{ ...visitor, type: 'customer', name: 'Kim', present: true }]
      if (bot && withBot)
        users.push({ id: bot.id, type: 'agent', name: bot.name, present: true, visibility: 'all' })
      const chat: Chat = { id: newId(), users, threads: [], typing: [] }
      model.chats.push(chat)
      return begin(chat, text)
    },
    visitorReturns({ chat }, text) {
      const [bot] = model.bots
      if (bot) come(chat, { id: bot.id, name: bot.name, type: 'agent', visibility: 'all' })
      return begin(chat, text)
    },
    visitorSays: (talk, text) => say(talk, visitorOf(talk), { text }),
    visitorClicks(talk, label) {
      const found = buttonOf(talk.thread, label)
      if (!found) throw new Error(`there is no button ${label}`)
      const user_id = visitorOf(talk)
      const clicked = { user_id, event_id: found.event, postback: { id: found.id, toggled: true } }
      const payload = { ...at(talk), ...clicked }
      tell({ action: 'incoming_rich_message_postback', chat: talk.chat, by: user_id, payload })
      const postback = { id: found.id, thread_id: talk.thread.id, event_id: found.event, type: 'message' }
      say(talk, user_id, { text: label, postback: { ...postback, value: label } })
    },
    visitorRates(talk, score) {
      talk.thread.properties = { rating: { score } }
      const payload = { ...at(talk), properties: { rating: { score } } }
      tell({ action: 'thread_properties_updated', chat: talk.chat, by: visitorOf(talk), payload })
      const word = score === 1 ? 'good' : 'bad'
      const text_vars = { customer: 'Kim', score: word }
      const system_message_type = 'rating.chat_rated'
      say(talk, '', { type: 'system_message', system_message_type, text: `Kim rated: ${word}`, text_vars })
    },
    agentSays: (talk, text, more = {}) => void say(talk, ann.id, { text, ...more }),
    agentTags(talk, tag) {
      talk.thread.tags.push(tag)
      tell({ action: 'thread_tagged', chat: talk.chat, by: ann.id, payload: { ...at(talk), tag } })
    },
    agentCloses: ({ chat, thread }) => deactivate(office, chat, thread, ann.id),
    agentComes: talk => addMember(office, { ...talk, author: ann.id }, ann),
    agentGivesBack(talk) {
      const [bot] = model.bots
      if (!bot) throw new Error('there is no bot')
      removeUser(office, { ...talk, author: ann.id }, ann.id)
      addMember(office, { ...talk, author: ann.id }, { ...bot, type: 'agent', visibility: 'all' })
      const transferred_to = { group_ids: [0], agent_ids: [bot.id] }
      const payload = { ...at(talk), requester_id: ann.id, reason: 'manual', transferred_to }
      tell({ action: 'chat_transferred', chat: talk.chat, by: ann.id, payload })
    },
    shown: ({ thread }) => wordsIn(thread, 'all'),
    amongAgents: ({ thread }) => wordsIn(thread, 'agents')
  }

  function wordsIn({ events }: Thread, visibility: string): string[] {
    return events
      .filter(event => event['visibility'] === visibility && event.type !== 'system_message')
      .map(event => `${nameOf(String(event['author_id']))}: ${wordsOf(event)}`)
  }

  function nameOf(id: string): string {
    if (id.includes('@')) return 'agent'
    return model.bots.some(bot => bot.id === id) ? 'bot' : 'visitor'
  }
}

function wordsOf(event: Event): string {
  if (event.type === 'message') return textIn(event, 'text')
  return listIn(event, 'elements')
    .map(element => (isBody(element) ? textIn(element, 'title') : ''))
    .join(' | ')
}

function buttonOf({ events }: Thread, label: string): { id: string; event: string } | undefined {
  const all = events.flatMap(event =>
    listIn(event, 'elements')
      .flatMap(element => (isBody(element) ? listIn(element, 'buttons') : []))
      .flatMap(button => (isBody(button) ? [{ ...button, event: event.id } as Body] : []))
  )
  const found = all.findLast(button => button['text'] === label)
  return found && { id: String(found['postback_id']), event: String(found['event']) }
}
