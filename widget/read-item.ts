import { isObject, isPlace, meets } from './connection/reader/needs.ts'
import type { Item } from './connection/unsent.ts'

const frames: Record<Item['frame']['type'], string> = {
  say: 'text',
  file: 'file',
  postback: 'action',
  ask: 'what',
  rate: 'score'
}
const fates = { waiting: 'is', failed: 'why' }

export function isItem(value: unknown): value is Item {
  if (!isObject(value)) return false
  const { frame, fate, text, at } = value
  return (
    typeof text === 'string' &&
    isPlace(at) &&
    isObject(frame) &&
    isObject(fate) &&
    typeof frame['id'] === 'string' &&
    meets(frames, frame['type'], frame) &&
    meets(fates, fate['is'], fate)
  )
}

/** What another visit, or anybody's script on the page, left in storage. */
export function readItem(json: string): Item | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isItem(value) ? value : undefined
  } catch {
    return undefined
  }
}
