import type { Card, Field } from '#shared/content.ts'
import { type ActionOptions, safeMedia, type Tappable, tappables } from './actions.ts'
import { each, option, type WireField, type WireItem } from './shapes.ts'

/** A card of a carousel or a list: ASSUMED(ingenious 4.3.6). */
export function readCard(
  wire: WireItem,
  options: ActionOptions
): { card: Card; tappables: readonly Tappable[] } {
  const own = tappables({ buttons: wire.actions ?? wire.buttons ?? [], quickReplies: [] }, options)
  const url = [wire.mediaUrl, wire.imageUrl].find(safeMedia)
  const card = {
    title: wire.title ?? '',
    text: wire.description ?? wire.subtitle,
    image: url === undefined ? undefined : { url, alt: wire.altText },
    actions: own.map(({ action }) => action)
  }
  return { card, tappables: own }
}

/** A field of a form: ASSUMED(ingenious 4.3.7). One that nobody could name is left out. */
export function readField(wire: WireField): Field | undefined {
  const name = wire.name ?? wire.label
  if (name === undefined) return undefined
  const options = each(option, wire.options).flatMap(({ name: value, label }) => {
    const chosen = value ?? label
    return chosen === undefined ? [] : [{ name: chosen, label: label ?? chosen }]
  })
  return {
    kind: wire.type === 'email' || wire.type === 'select' ? wire.type : 'text',
    name,
    label: wire.label ?? name,
    placeholder: wire.placeholder,
    minLength: wire.minSize,
    maxLength: wire.maxSize,
    options: options.length > 0 ? options : undefined
  }
}
