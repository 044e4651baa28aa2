import type { Action, Content } from '#shared/content.ts'
import type { Json } from '../../lib/json.ts'
import { type ActionOptions, safeMedia, tappables } from './actions.ts'
import { readCard, readField } from './parts.ts'
import { each, field, item, type WireContent } from './shapes.ts'

/** What a message shows, and what its actions send, in the order of `actionsOf`. */
export interface Shown {
  content: Content
  payloads: readonly Json[]
}

/** Never fails: what is not understood becomes `unknown`, with whatever words it had. */
export function readContent(
  wire: WireContent,
  beside: { quickReplies: readonly unknown[] },
  options: ActionOptions
): Shown {
  const buttons = wire.actions ?? wire.buttons ?? []
  const quickReplies = [...(wire.quickReplies ?? []), ...beside.quickReplies]
  const own = tappables({ buttons, quickReplies }, options)
  const actions = own.length > 0 ? own.map(({ action }) => action) : undefined
  const cards = each(item, wire.items).map(card => readCard(card, options))
  const content = known(wire, actions, cards) ?? unknown(wire, actions)
  const onCards = 'cards' in content ? cards.flatMap(({ tappables }) => tappables) : []
  return { content, payloads: [...onCards, ...own].map(({ payload }) => payload) }
}

type Actions = Action[] | undefined
type Cards = readonly ReturnType<typeof readCard>[]

function known(wire: WireContent, actions: Actions, cards: Cards): Content | undefined {
  const { type, text, altText } = wire
  const url = [wire.mediaUrl, wire.imageUrl].find(safeMedia)
  switch (type) {
    case 'text':
      return readText(wire, actions)
    // ASSUMED(ingenious 4.3.5)
    case 'image':
      return url === undefined ? undefined : { kind: 'image', url, alt: altText, text, actions }
    // ASSUMED(ingenious 4.3.7)
    case 'file':
      return url === undefined ? undefined : { kind: 'file', url, name: altText, text, actions }
    // ASSUMED(ingenious 4.3.6), ASSUMED(ingenious 4.3.7)
    case 'carousel':
    case 'list':
      return cards.length === 0
        ? undefined
        : { kind: type, cards: cards.map(({ card }) => card), text, actions }
    // ASSUMED(ingenious 4.3.7)
    case 'location':
      return wire.coordinates && { kind: 'location', ...wire.coordinates, ...wire.location, text, actions }
    // ASSUMED(ingenious 4.3.7)
    case 'form':
      return readForm(wire, actions)
    default:
      return undefined
  }
}

function readText({ text, textFallback, title }: WireContent, actions: Actions): Content | undefined {
  const said = text ?? textFallback ?? title
  return said === undefined && !actions ? undefined : { kind: 'text', text: said ?? '', actions }
}

function readForm({ fields: wires, text }: WireContent, actions: Actions): Content | undefined {
  const fields = each(field, wires).flatMap(wire => readField(wire) ?? [])
  return fields.length === 0 ? undefined : { kind: 'form', fields, text, actions }
}

/** ASSUMED(ingenious 4.3.8) */
function unknown(wire: WireContent, actions: Actions): Content {
  const text = wire.text ?? wire.textFallback ?? wire.title ?? wire.altText ?? ''
  return { kind: 'unknown', of: wire.type ?? 'nothing', text, actions }
}
