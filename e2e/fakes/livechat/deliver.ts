import { setTimeout } from 'node:timers/promises'
import { type Body, bodyIn, type Chat, isBot, listIn, type Model } from './model.ts'

/** Something that happened. `by`: whose doing; nobody's is the system's. */
export interface Happening {
  action: string
  chat?: Chat
  by?: string
  payload: Body
  /** Who was in the chat when it happened. */
  present?: readonly string[]
}

/** How webhooks fare on their way. */
export interface Road {
  /** So many of the next are never sent. */
  lost: number
  /** So many of the next are sent twice. */
  twice: number
  /** What becomes of those that are not counted there. */
  fate?: () => 'well' | 'lost' | 'twice'
  /** Who gets no answer for so long tries again. */
  withinMs?: number
}

const tries = 3

/** Sends the webhooks for what happened, to each registration that wants it, up to three times. */
export function createDelivery(model: Model, road: Road) {
  const underWay = new Set<Promise<void>>()
  /** One after the other in each chat. */
  const last = new Map<Chat | undefined, Promise<void>>()

  function tell(happening: Happening): void {
    const present = happening.present ?? presentIn(happening.chat)
    const wanted = model.registrations.filter(one => isWanted(model, one, { ...happening, present }))
    const { chat } = happening
    let now = last.get(chat) ?? Promise.resolve()
    for (const registration of wanted) {
      const text = JSON.stringify(bodyOf(model, registration, { ...happening, present }))
      const copies = copiesOn(road)
      for (let copy = 0; copy < copies; copy += 1) now = now.then(() => post(registration.url, text, road))
    }
    last.set(chat, now)
    underWay.add(now)
    void now.finally(() => underWay.delete(now))
  }

  return { tell, settled: () => Promise.all(underWay) }
}

function copiesOn(road: Road): number {
  if (road.lost > 0) {
    road.lost -= 1
    return 0
  }
  if (road.twice > 0) {
    road.twice -= 1
    return 2
  }
  return { lost: 0, well: 1, twice: 2 }[road.fate?.() ?? 'well']
}

/** Offline bots hear nothing, and nobody hears what a filter keeps out. */
function isWanted(
  model: Model,
  { action, filters }: Model['registrations'][number],
  happening: Happening
): boolean {
  if (action !== happening.action || !model.bots.some(({ status }) => status !== 'offline')) return false
  const { by, present = [], chat } = happening
  const mine = bodyIn(filters, 'chat_presence')['my_bots'] === true
  if (chat && mine && !present.some(id => isBot(model, id))) return false
  const sources = listIn(filters, 'source_type')
  if (sources.length > 0 && !sources.includes(sourceOf(model, by))) return false
  const author = filters['author_type']
  return author === undefined || (by !== undefined && author === (by.includes('@') ? 'agent' : 'customer'))
}

function sourceOf(model: Model, by: string | undefined): string {
  if (by === undefined) return 'system'
  return isBot(model, by) ? 'my_client' : 'other_clients'
}

const presentIn = (chat: Chat | undefined): readonly string[] =>
  chat?.users.filter(({ present }) => present).map(({ id }) => id) ?? []

function bodyOf(model: Model, registration: Model['registrations'][number], happening: Happening): Body {
  const withPresence = registration.additionalData.includes('chat_presence_user_ids')
  return {
    webhook_id: registration.id,
    secret_key: registration.secretKey,
    action: happening.action,
    organization_id: model.organizationId,
    payload: happening.payload,
    additional_data: withPresence ? { chat_presence_user_ids: happening.present ?? [] } : {}
  }
}

async function post(url: string, body: string, { withinMs = 30_000 }: Road): Promise<void> {
  for (let tried = 1; tried <= tries; tried += 1) {
    const headers = { 'content-type': 'application/json' }
    const status = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(withinMs)
    }).then(
      response => response.status,
      () => 0
    )
    if (status === 200) return
    await setTimeout(150 * tried)
  }
}
