import type { DestinationId } from '../../conversation/delivery.ts'
import type { Reading } from '../../conversation/heard.ts'
import type { InputOf } from '../../conversation/input.ts'
import type { Incoming } from '../../lib/incoming.ts'
import { authorOf, eventPlaces, id, jsonObject, messageReceived, pick, words } from './contract.ts'
import { echoIds, messageId, passingIds } from './repeats.ts'
import type { Settings } from './settings.ts'

type Body = Readonly<Record<string, unknown>>

const ignored = (what: string): Reading => ({ ok: true, heard: [], ignored: [what] })

/** Nothing that comes this way is ever sent to Bot9: its bot would answer its own words. */
export function receive(incoming: Incoming, settings: Settings, self: DestinationId): Reading {
  const read = jsonObject.safeParse(incoming.json())
  if (!read.success) return { ok: false, status: 400, reason: 'not an event of Bot9' }
  const name = pick(read.data, eventPlaces.event, words)
  if (name === undefined) return ignored('an event without a name')
  if (name !== messageReceived)
    return ignored(`an event of the unknown name ${JSON.stringify(name.slice(0, 60))}`)
  return readMessage(read.data, { incoming, settings, self })
}

interface Around {
  incoming: Incoming
  settings: Settings
  self: DestinationId
}

/** The printed sample names no conversation: from it nobody can be shown anything. */
function readMessage(body: Body, { incoming, settings, self }: Around): Reading {
  const address = pick(body, eventPlaces.conversation, id)
  if (address === undefined) return ignored('a message that names no conversation')
  const text = pick(body, eventPlaces.text, words)
  if (text === undefined) return ignored('a message without words')
  const by = authorIn(body, settings)
  if (by === undefined) return ignored('a message that does not say who said it')
  if (by === 'visitor') return ignored('what the visitor said, which Bot9 was told by us')
  if (settings.webhookMessages === 'ignore') return ignored('a message, as the settings say')
  const ids = idsOf(body, address, incoming)
  const input: InputOf<'received'> = {
    kind: 'received',
    via: self,
    ...(by !== 'bot' && { by }),
    ids,
    ...(by === 'bot' && { echoOf: echoIds(address, text, incoming.at) }),
    content: { kind: 'text', text },
    payloads: [],
    raw: null
  }
  return { ok: true, heard: [{ address, input }], ignored: [] }
}

/** Without a word on its kind, only the chatbot itself is known by its name. */
function authorIn(body: Body, { chatbotId }: Settings): ReturnType<typeof authorOf> {
  const kind = pick(body, eventPlaces.author, words)
  if (kind !== undefined) return authorOf(kind)
  const sender = pick(body, eventPlaces.sender, words)
  return sender === chatbotId || sender === 'bot' ? 'bot' : undefined
}

/** Its own id where there is one; else the same body within a minute is the same event. ASSUMED(bot9 2.5) */
function idsOf(body: Body, address: string, { raw, at }: Incoming): string[] {
  const own = pick(body, eventPlaces.message, id)
  return own === undefined ? passingIds('body', [raw], at) : [messageId(address, own)]
}
