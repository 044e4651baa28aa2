import { createHash } from 'node:crypto'
import type { Content } from '#shared/content.ts'
import { type ClientId, clientId } from '#shared/ids.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Heard } from '../../conversation/heard.ts'
import type { Input } from '../../conversation/input.ts'
import { addressOf, type Place } from './address.ts'
import type { Event } from './contract.ts'
import { filledForm } from './forms.ts'
import type { Settings } from './settings.ts'
import { whoIs } from './who.ts'

/** What an event says, or what to call it in the log; a good many say nothing that concerns a conversation. */
export type Read = { heard: readonly Heard[] } | { ignored: string }

export interface Reader {
  settings: Settings
  self: DestinationId
}

/** One event of a thread, whether it came by itself, inside a new chat, or was looked up. */
export function readEvent(event: Event, place: Place, { settings, self }: Reader): Read {
  if (event.deleted === true) return { ignored: 'an event that was deleted' }
  if (event.visibility === 'agents') return { ignored: 'words among agents' }
  const address = addressOf(place)
  const who = whoIs(event.author_id, settings)
  switch (who) {
    case 'visitor':
      return readVisitor(event, place, self)
    case 'agent': {
      const content = agentContent(event)
      if (!content) return { ignored: `an agent’s ${kindOf(event)}` }
      return { heard: [{ address, input: byAgent(event, content, self), ifOurs: true }] }
    }
    case 'us':
      return { ignored: 'what the bot said itself' }
    case 'bot':
      return { ignored: 'what another bot said' }
    case 'nobody':
      return { ignored: 'a notice' }
    default:
      return who satisfies never
  }
}

/** A message with `postback` is a click; the other form of the same click is not read at all. */
function readVisitor(event: Event, place: Place, via: DestinationId): Read {
  const text = visitorText(event)
  if (text === undefined || text.trim() === '')
    return { ignored: `a visitor’s ${kindOf(event)} without words` }
  const id = clientIdOf(event.id)
  const said: Input = { kind: 'said', by: 'visitor', id, text, via }
  const opens = { address: addressOf(place), opens: 'once' } as const
  const pressed = event.postback && pressedOf(event.postback, place)
  if (!pressed) return { heard: [{ ...opens, input: said }] }
  return {
    heard: [{ ...opens, input: { kind: 'postback', id, ...pressed, via, label: text }, otherwise: said }]
  }
}

/** Our own buttons say which entry of this very conversation they were in. */
function pressedOf({ id, thread_id }: NonNullable<Event['postback']>, { thread }: Place) {
  const [, of, action] = /^(\d{1,9})\.(\d{1,4})$/.exec(id) ?? []
  if (of === undefined || Number(of) < 1 || thread_id !== thread) return undefined
  return { of: Number(of), action: Number(action) }
}

function visitorText(event: Event): string | undefined {
  switch (event.type) {
    case 'message':
      return event.text
    case 'filled_form':
      return filledForm(event.fields)
    case 'file':
      return [event.name, event.url].filter(part => part !== undefined && part !== '').join('\n')
    default:
      return undefined
  }
}

function agentContent({ type, text, url, name, content_type }: Event): Content | undefined {
  if (type === 'message') return text === undefined ? undefined : { kind: 'text', text }
  if (type !== 'file' || !isWeb(url)) return undefined
  if (content_type?.startsWith('image/')) return { kind: 'image', url, ...(name && { alt: name }) }
  return { kind: 'file', url, ...(name && { name }) }
}

function isWeb(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}

const byAgent = ({ id }: Event, content: Content, via: DestinationId): Input => ({
  kind: 'received',
  via,
  by: 'agent',
  ids: [`event:${id}`],
  content,
  payloads: [],
  raw: { id }
})

/** An event's id is unique in its organization; one that does not look like ours becomes one. */
function clientIdOf(id: string): ClientId {
  const fit = clientId.safeParse(id)
  return fit.success ? fit.data : clientId.parse(createHash('sha256').update(id).digest('base64url'))
}

const kindOf = ({ type }: Event): string => (/^[a-z_]{1,40}$/.test(type) ? type : 'event of an unknown kind')
