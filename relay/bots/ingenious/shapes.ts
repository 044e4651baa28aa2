import { z } from 'zod'
import { keyed, reckoned } from '../../lib/numbers.ts'
import { id, json } from './contract.ts'

/**
 * A message as tolerantly as it can be read: only `text` is documented, the rest is Sunshine Conversations' shape,
 * ASSUMED(ingenious 4.3). A key of the wrong type counts as absent, so that it costs itself and nothing beside it.
 */

const words = z.string().optional().catch(undefined)
const count = reckoned.pipe(z.int().min(0)).optional().catch(undefined)
const many = z.array(z.unknown()).optional().catch(undefined)

export const action = z.object({
  type: words,
  text: words,
  title: words,
  label: words,
  payload: json.optional().catch(undefined),
  uri: words,
  fallback: words
})
export type WireAction = z.infer<typeof action>

/** `subtitle`, `imageUrl` and `buttons` are other names for `description`, `mediaUrl` and `actions`. ASSUMED(ingenious 4.3.6) */
export const item = keyed(
  z.object({
    title: words,
    description: words,
    subtitle: words,
    mediaUrl: words,
    imageUrl: words,
    altText: words,
    actions: many,
    buttons: many
  })
)
export type WireItem = z.infer<typeof item>

/** ASSUMED(ingenious 4.3.7) */
export const field = z.object({
  type: words,
  name: words,
  label: words,
  placeholder: words,
  minSize: count,
  maxSize: count,
  options: many
})
export type WireField = z.infer<typeof field>
export const option = z.object({ name: words, label: words })

const content = z.object({
  type: words,
  text: words,
  textFallback: words,
  title: words,
  altText: words,
  mediaUrl: words,
  imageUrl: words,
  items: many,
  fields: many,
  coordinates: z.object({ lat: reckoned, long: reckoned }).optional().catch(undefined),
  location: z.object({ name: words, address: words }).optional().catch(undefined),
  actions: many,
  buttons: many,
  quickReplies: many
})
export type WireContent = z.infer<typeof content>

/** Where a message is: ASSUMED(ingenious 4.3). Quick replies may stand in three places: ASSUMED(ingenious 4.3.3). */
export const message = keyed(
  z.object({
    id: id.optional().catch(undefined),
    content: content.catch(content.parse({})),
    quickReplies: many
  })
)

/** Every item that can be read at all. */
export function each<Shape extends z.ZodType>(
  shape: Shape,
  items: readonly unknown[] = []
): z.infer<Shape>[] {
  return items.flatMap(candidate => {
    const read = shape.safeParse(candidate)
    return read.success ? [read.data] : []
  })
}
