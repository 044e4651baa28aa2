import { z } from 'zod'
import { keyed } from '../../lib/numbers.ts'

/**
 * The values of messages as tolerantly as they can be read. A key of the wrong type counts as absent, so that it costs
 * itself and nothing beside it. Names used only where bots are built are read as well. ASSUMED(ebbot 4.1)
 */

const words = z.string().optional().catch(undefined)
const many = z.array(z.unknown()).optional().catch(undefined)

/** `id`, or `buttonId` as Ebbot's own programs call it, is of no use to us: a click sends something else. */
export const button = z.object({
  label: words,
  type: words,
  value: words,
  name: words,
  url: words,
  next: z
    .object({ scenario: z.string().min(1), state: words })
    .optional()
    .catch(undefined)
})
export type WireButton = z.infer<typeof button>

/** `url` is the picture. */
export const slide = keyed(
  z.object({
    title: words,
    description: words,
    url: words,
    image_url: words,
    image_description: words,
    urls: many,
    buttons: many
  })
)
export type WireSlide = z.infer<typeof slide>

export const item = z.object({ text: words })

const value = z.object({
  text: words,
  description: words,
  question: words,
  url: words,
  label: words,
  filename: words,
  image_description: words,
  urls: many,
  buttons: many,
  slides: many,
  items: many
})
export type WireValue = z.infer<typeof value>

/** A bare string is a text, or where a file is. */
export function readValue(given: unknown): WireValue {
  if (typeof given === 'string') return { text: given, url: given }
  return value.safeParse(given).data ?? {}
}

/** Every item that can be read at all. */
export function each<Shape extends z.ZodType>(
  shape: Shape,
  items: readonly unknown[] = []
): z.infer<Shape>[] {
  return items.flatMap(candidate => shape.safeParse(candidate).data ?? [])
}
