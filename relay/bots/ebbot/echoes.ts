import { createHash } from 'node:crypto'
import { isJson, isKeyed, type Json } from '../../lib/json.ts'
import { Lru } from '../../lib/lru.ts'
import type { Settings } from './settings.ts'
import { wordsOf } from './words.ts'

/** Chats and messages that are remembered at once. */
const many = 10_000

/** Something the bot said: in which chat, what, and in the course of which request, if that is known. */
interface Spoken {
  chat: string
  type: string
  value: unknown
  request: string | undefined
}

/** One thing that was said once, of which we have seen the answer, the event, or both. */
interface Utterance {
  id: string
  at: number
  answer: boolean
  event: boolean
}

/**
 * The bot's words come inside the call and again as an event, in either order and under other ids; and it may say the
 * same twice. So the first answer goes with the first event that says the same, the second with the second, and each
 * pair gets an id of its own, beside the event's. This is remembered for as long as the relay lives. Where the event
 * names the request of the answer, the pair has an id that outlives it, too. ASSUMED(ebbot 3.2)
 */
export interface Echoes {
  /** The ids of what an answer said. */
  answer(spoken: Spoken, at: number): readonly string[]
  /** The ids of what an event said; an event that comes again has those it had. */
  event(spoken: Spoken, at: number, event: string): readonly string[]
  /** Is this the newest that is known of who has the chat? Events may overtake each other. */
  isNews(chat: string, happened: number | undefined): boolean
}

function createEchoes(withinMs: number): Echoes {
  const match = createMatch(withinMs)
  const events = new Lru<string, readonly string[]>(many)
  const newest = new Lru<string, number>(many)
  return {
    answer: (spoken, at) => match(spoken, at, 'answer'),
    event(spoken, at, event) {
      const ids = events.get(event) ?? match(spoken, at, 'event')
      events.set(event, ids)
      return ids
    },
    isNews(chat, happened) {
      if (happened === undefined) return true
      if (happened < (newest.get(chat) ?? 0)) return false
      newest.set(chat, happened)
      return true
    }
  }
}

function createMatch(withinMs: number) {
  const utterances = new Lru<string, Utterance[]>(many)
  const counts = new Lru<string, number>(many)
  let last = 0

  function pair(key: string, at: number, side: 'answer' | 'event'): string {
    const recent = (utterances.get(key) ?? []).filter(one => Math.abs(at - one.at) <= withinMs)
    const found = recent.find(one => !one[side])
    last += 1
    const one = found ?? { id: `echo:${key}/${at}.${last}`, at, answer: false, event: false }
    one[side] = true
    utterances.set(key, found ? recent : [...recent, one])
    return one.id
  }

  /** The how-manieth of its kind in its request: of answers and of events each for themselves. */
  function nth(key: string, side: 'answer' | 'event'): number {
    const count = (counts.get(`${side} ${key}`) ?? 0) + 1
    counts.set(`${side} ${key}`, count)
    return count
  }

  return (spoken: Spoken, at: number, side: 'answer' | 'event'): readonly string[] => {
    const key = keyOf(spoken)
    if (key === undefined) return []
    const echo = pair(key, at, side)
    if (spoken.request === undefined) return [echo]
    const within = `${key}/${spoken.request}`
    return [echo, `request:${within}/${nth(within, side)}`]
  }
}

const kept = new WeakMap<Settings, Echoes>()

/** Each configured bot has one memory of its own, for as long as the relay lives. */
export function echoesOf(settings: Settings): Echoes {
  const echoes = kept.get(settings) ?? createEchoes(settings.echoMs)
  kept.set(settings, echoes)
  return echoes
}

/** A text may stand by itself here and as an object's `text` there. */
function keyOf({ chat, type, value: given }: Spoken): string | undefined {
  const value = wordsOf(type, given) ?? given
  if (!isJson(value)) return undefined
  const hash = createHash('sha256').update(JSON.stringify([type, inOrder(value)]))
  return `${chat}/${hash.digest('base64url').slice(0, 22)}`
}

/** The same value whatever the order of its keys. */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isKeyed(value)) return value
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, part]) => [key, inOrder(part)]))
}
