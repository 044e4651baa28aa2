import type { Action, Card, Content } from '#shared/content.ts'
import type { Json } from '../../lib/json.ts'
import { type Tappable, tappables } from './buttons.ts'
import { safeLink, safeMedia } from './links.ts'
import type { Settings } from './settings.ts'
import { each, item, readValue, slide, type WireSlide, type WireValue } from './shapes.ts'
import { wordsOf } from './words.ts'

/** What a message shows, and what its actions do, in the order of `actionsOf`. */
export interface Shown {
  content: Content
  payloads: readonly Json[]
}

/** Typing; and what visitors do, which comes back as messages of their own. Nothing of it is for a visitor's eyes. */
const unshown =
  /^(?:typing|button_click|answer|variable|scenario|rating|url_click|action|update_conversation_info|web_init|refresh_messages)$/

/** Never fails: what is not understood becomes `unknown`, with whatever words it has. Nothing, for what is not shown. */
export function readContent(type: string, given: unknown, settings: Settings): Shown | undefined {
  if (unshown.test(type)) return undefined
  const words = wordsOf(type, given)
  if (words !== undefined) return shown({ kind: 'text', text: words })
  const value = readValue(given)
  const own = tappables(value.urls ?? value.buttons, settings)
  return known(type, value, own, settings) ?? unknown(type, value, own)
}

function known(
  type: string,
  value: WireValue,
  own: readonly Tappable[],
  settings: Settings
): Shown | undefined {
  const text = value.text ?? value.description
  switch (type) {
    case 'url':
      return text === undefined && own.length === 0
        ? undefined
        : shown({ kind: 'text', text: text ?? '' }, own)
    case 'carousel':
      return readCarousel(value, own, settings)
    case 'list':
      return readList(value, own)
    case 'image':
    case 'file':
      return readFile(type, value, own)
    case 'rating_request':
      return readRating(value)
    default:
      return undefined
  }
}

/** No picture is no harm. */
function readCarousel(value: WireValue, own: readonly Tappable[], settings: Settings): Shown | undefined {
  const cards = each(slide, value.slides).map(wire => readSlide(wire, settings))
  if (cards.length === 0) return undefined
  const content: Content = { kind: 'carousel', cards: cards.map(({ card }) => card), ...words(value) }
  return shown(
    content,
    own,
    cards.flatMap(({ tappables: all }) => all)
  )
}

function readSlide(wire: WireSlide, settings: Settings): { card: Card; tappables: readonly Tappable[] } {
  const { title = '', description, image_description: alt } = wire
  const all = tappables(wire.urls ?? wire.buttons, settings)
  const url = [wire.url, wire.image_url].find(safeMedia)
  const card: Card = {
    title,
    ...(description !== undefined && { text: description }),
    ...(url !== undefined && { image: { url, ...(alt !== undefined && { alt }) } }),
    actions: all.map(({ action }) => action)
  }
  return { card, tappables: all }
}

function readList(value: WireValue, own: readonly Tappable[]): Shown | undefined {
  const cards = each(item, value.items).flatMap(({ text }) =>
    text === undefined ? [] : [{ title: text, actions: [] }]
  )
  return cards.length === 0 ? undefined : shown({ kind: 'list', cards, ...words(value) }, own)
}

/** Where the words for who does not see it are: ASSUMED(ebbot 4.1) */
function readFile(kind: 'image' | 'file', value: WireValue, own: readonly Tappable[]): Shown | undefined {
  const { url, label, filename, image_description } = value
  if (!safeMedia(url)) return undefined
  const name = kind === 'image' ? (image_description ?? label) : (filename ?? label)
  const about = kind === 'image' ? { alt: name } : { name }
  return shown({ kind, url, ...(name !== undefined && about) }, own)
}

/** Five to choose from; what a choice does is the sender's to say. `text` is its name where bots are built. */
function readRating({ question, text, description }: WireValue): Shown {
  const words = question ?? text ?? description
  const choices = [1, 2, 3, 4, 5].map(
    (rating): Tappable => ({
      action: { kind: 'reply', label: String(rating) },
      payload: { type: 'rating', value: { rating } }
    })
  )
  return shown({ kind: 'rating', ...(words !== undefined && { text: words }), actions: [] }, choices)
}

/** ASSUMED(ebbot 4.1) */
function unknown(type: string, value: WireValue, own: readonly Tappable[]): Shown {
  const { url, label, filename } = value
  const said = value.text ?? value.description ?? value.question ?? label ?? filename ?? ''
  if (!safeLink(url)) return shown({ kind: 'unknown', of: type, text: said }, own)
  const opens: Tappable = { action: { kind: 'link', label: label ?? filename ?? url, url }, payload: null }
  return shown({ kind: 'unknown', of: type, text: said === url ? '' : said }, [...own, opens])
}

const words = ({ text, description }: WireValue) => {
  const said = text ?? description
  return said === undefined ? {} : { text: said }
}

function shown(content: Content, own: readonly Tappable[] = [], onCards: readonly Tappable[] = []): Shown {
  const actions: Action[] = own.map(({ action }) => action)
  return {
    content: actions.length > 0 ? { ...content, actions } : content,
    payloads: [...onCards, ...own].map(({ payload }) => payload)
  }
}
