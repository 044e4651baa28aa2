import type { DestinationId } from '../../conversation/delivery.ts'
import type { InputOf } from '../../conversation/input.ts'
import { answerPlaces, authorOf, id, jsonList, jsonObject, listPlaces, pick, words } from './contract.ts'
import { echoIds, messageId } from './repeats.ts'

/** The answer to a chat, and what must be known to read it. */
export interface Answered {
  body: unknown
  /** When it came, ms since 1970. */
  at: number
  /** The call's, the same on every attempt. */
  key: string
  address: string
  via: DestinationId
  /** Where the words are, if the settings say so. */
  place: string | undefined
}

interface Said {
  text: string
  own: string | undefined
  by: ReturnType<typeof authorOf>
}

/**
 * What the bot said inside the call. No page shows such an answer, so it is read as leniently as it can be; none of
 * its words is no fault: they may come by webhook. ASSUMED(bot9 3.2)
 */
export function readAnswer(answered: Answered): InputOf<'received'>[] {
  const { at, key, address, via } = answered
  const all = saidIn(answered)
  return all.map(({ text, own, by = 'bot' }, index) => ({
    kind: 'received',
    via,
    ...(by !== 'bot' && by !== 'visitor' && { by }),
    ids: [
      `answer:${key}.${index}`,
      ...(own === undefined ? [] : [messageId(address, own)]),
      ...(index === all.length - 1 ? [key] : [])
    ],
    echoed: echoIds(address, text, at),
    content: { kind: 'text', text },
    payloads: [],
    raw: null
  }))
}

function saidIn({ body, place }: Answered): Said[] {
  if (place !== undefined) {
    const text = pick(body, [place], words)
    return text === undefined ? [] : [{ text, own: ownId(body), by: 'bot' }]
  }
  const list = Array.isArray(body) ? body : pick(body, listPlaces, jsonList)
  const all = list ?? [body]
  return all.flatMap(one => readOne(one) ?? []).filter(({ by }) => by !== 'visitor')
}

function readOne(one: unknown): Said | undefined {
  const text = words.safeParse(one).data ?? textIn(one)
  return text === undefined
    ? undefined
    : { text, own: ownId(one), by: authorOf(pick(one, answerPlaces.author, words)) }
}

function textIn(one: unknown): string | undefined {
  const usual = pick(one, answerPlaces.text, words)
  if (usual !== undefined) return usual
  const beside = pick(one, ['data'], jsonObject)
  return beside === undefined ? pick(one, answerPlaces.lastText, words) : undefined
}

const ownId = (one: unknown): string | undefined => pick(one, answerPlaces.message, id)
