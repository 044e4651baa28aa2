import { isObject, maybe, number, object, one, place, type Shape, text } from './connection/reader/shapes.ts'
import type { Item } from './connection/unsent.ts'

const say = object({ type: one('say'), id: text, text, of: maybe(place) })
const postback = object({ type: one('postback'), id: text, seq: place, action: place })
const fate: Shape = value =>
  object({ is: one('waiting') })(value) || object({ is: one('failed'), why: text })(value)

function isItem(value: unknown): value is Item {
  return (
    object({ text, at: number, conversation: maybe(text), fate })(value) &&
    isObject(value) &&
    (say(value['frame']) || postback(value['frame']))
  )
}

/** What another visit, or anybody's script on the page, left in storage. */
export function readItem(json: string | undefined): Item | undefined {
  try {
    const value: unknown = JSON.parse(json ?? '')
    return isItem(value) ? value : undefined
  } catch {
    return undefined
  }
}
