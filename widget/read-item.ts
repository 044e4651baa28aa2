import { fits, isObject, type Shape } from './connection/reader/shapes.ts'
import type { Item } from './connection/unsent.ts'

const item = { text: '', at: 0, 'conversation?': '', frame: { type: '', id: '' }, fate: { is: '' } } as const
const frames: Record<string, Shape> = {
  say: { text: '', 'of?': 0 },
  postback: { seq: 0, action: 0 },
  ask: { what: '' },
  rate: { score: 0, 'text?': '' }
}
const fates: Record<string, Shape> = { waiting: {}, failed: { why: '' } }

export function isItem(value: unknown): value is Item {
  if (!fits(item, value) || !isObject(value)) return false
  const { frame, fate } = value
  return (
    isObject(frame) &&
    isObject(fate) &&
    fitsOne(frames, frame['type'], frame) &&
    fitsOne(fates, fate['is'], fate)
  )
}

const fitsOne = (shapes: Record<string, Shape>, kind: unknown, value: unknown) =>
  Object.entries(shapes).some(([name, shape]) => name === kind && fits(shape, value))

/** What another visit, or anybody's script on the page, left in storage. */
export function readItem(json: string | undefined): Item | undefined {
  try {
    const value: unknown = JSON.parse(json ?? '')
    return isItem(value) ? value : undefined
  } catch {
    return undefined
  }
}
