/** LiveChat's side, as much of it as the relay may touch. */
export interface Model {
  version: '3.5' | '3.6'
  organizationId: string
  clientId: string
  /** What an operator's calls are authorized with. */
  operator: string
  registrations: Registration[]
  hooksOn: boolean
  bots: BotAccount[]
  /** Bearer tokens of bots, by the bot. */
  tokens: Map<string, string>
  /** People who could take a chat. */
  agents: { id: string; name: string; free: boolean }[]
  chats: Chat[]
  /** What the contract forbids and the relay did all the same. */
  failures: string[]
}

interface Registration {
  id: string
  action: string
  url: string
  description: string
  secretKey: string
  additionalData: readonly string[]
  filters: Body
}

interface BotAccount {
  id: string
  name: string
  secret: string
  status: string
}

export interface Member {
  id: string
  type: 'customer' | 'agent'
  name: string
  present: boolean
  visibility?: string
}

export interface Event extends Body {
  id: string
  type: string
  created_at: string
}

export interface Thread {
  id: string
  active: boolean
  created_at: string
  events: Event[]
  tags: string[]
  properties: Body
}

export interface Chat {
  id: string
  users: Member[]
  threads: Thread[]
  seenUpTo?: string
  typing: boolean[]
}

export type Body = { [key: string]: unknown }

export const isBody = (value: unknown): value is Body =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
export const textIn = (body: Body, key: string): string => {
  const value = body[key]
  return typeof value === 'string' ? value : ''
}
export const bodyIn = (body: Body, key: string): Body => {
  const value = body[key]
  return isBody(value) ? value : {}
}
export const listIn = (body: Body, key: string): unknown[] => {
  const value = body[key]
  return Array.isArray(value) ? value : []
}

let made = 0
/** Ten upper-case letters and digits, as their chats and threads have. */
export const newId = (): string => {
  made += 1
  return `QK${made.toString(36).toUpperCase().padStart(8, '0')}`
}
export const newHex = (): string => {
  made += 1
  return made.toString(16).padStart(32, 'b')
}

/** With microseconds, like theirs, and never twice the same. */
export const timestamp = (): string => {
  made += 1
  return `${new Date().toISOString().slice(0, -1)}${String(made % 1_000).padStart(3, '0')}Z`
}

export const lastThread = (chat: Chat): Thread | undefined => chat.threads.at(-1)
export const memberOf = (chat: Chat, id: string): Member | undefined =>
  chat.users.find(user => user.id === id && user.present)
export const isBot = (model: Model, id: string): boolean => model.bots.some(bot => bot.id === id)

/** An answer: the body, or the type of an error. */
export type Answered = { ok: unknown } | { error: string; data?: Body }
export const empty: Answered = { ok: {} }

/** An error that the contract has, after a call that it forbids. */
export function forbidden(model: Model, what: string, error = 'validation'): Answered {
  model.failures.push(what)
  return { error }
}
