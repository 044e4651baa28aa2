import { actionsOf } from '#shared/actions.ts'
import type { Action, Card, Content } from '#shared/content.ts'
import type { Seq } from '#shared/ids.ts'
import { cardWords, wordsOf } from '../conversation/words.ts'
import type { Json } from '../lib/json.ts'

/** A message as topics tell it. */
export interface Said {
  type: string
  value: Json
}

/** What pressing an action of a message is called: the place of the message, and of the action in it. */
export const scenarioId = (of: Seq, action: number): string => `${of}.${action}`

/** What a content shows, in the kinds that the contract has. Payloads are not in a content, and so not in here. */
export function saidOf(content: Content, seq: Seq): Said {
  const actions = actionsOf(content)
  switch (content.kind) {
    case 'image':
      return actions.length === 0
        ? { type: 'image', value: { url: content.url, label: content.alt ?? content.text ?? '' } }
        : carousel([slideOf({ title: wordsOf(content), image: content, actions }, 0, seq)])
    case 'file':
      return actions.length === 0
        ? {
            type: 'file',
            value: { url: content.url, filename: content.name ?? '', label: content.text ?? '' }
          }
        : inWords(content, seq, [fileButton(content, seq)])
    case 'carousel':
    case 'list':
      return cardsOf(content, seq)
    case 'text':
    case 'location':
    case 'rating':
    case 'form':
    case 'unknown':
      return inWords(content, seq)
    default:
      return content satisfies never
  }
}

/** As text, with buttons if there are any. */
function inWords(content: Content, seq: Seq, first: readonly Json[] = []): Said {
  const urls = [...first, ...buttonsOf(actionsOf(content), 0, seq)]
  const words = wordsOf(content)
  return urls.length === 0
    ? { type: 'text', value: words }
    : { type: 'url', value: { description: words, urls } }
}

/** A list has neither pictures nor buttons in the contract; one that has them is a carousel. */
function cardsOf(content: Extract<Content, { kind: 'carousel' | 'list' }>, seq: Seq): Said {
  const { cards, actions = [], text = '' } = content
  const plain = content.kind === 'list' && actionsOf(content).length === 0 && !cards.some(card => card.image)
  if (plain) return { type: 'list', value: { text, items: cards.map(card => ({ text: cardWords(card) })) } }
  let count = 0
  const slides = cards.map(card => {
    const slide = slideOf(card, count, seq)
    count += card.actions.length
    return slide
  })
  return carousel(slides, { description: text, urls: buttonsOf(actions, count, seq) })
}

/** What stands beside the cards is beside the contract too, and only there when there is any. */
function carousel(
  slides: readonly Json[],
  beside: { description?: string; urls?: readonly Json[] } = {}
): Said {
  const { description = '', urls = [] } = beside
  const value = { slides, ...(description && { description }), ...(urls.length > 0 && { urls }) }
  return { type: 'carousel', value }
}

type Slide = Omit<Card, 'image' | 'actions'> & {
  image?: { url: string } | undefined
  actions: readonly Action[]
}

const slideOf = ({ title, text = '', image, actions }: Slide, from: number, seq: Seq): Json => ({
  title,
  description: text,
  url: image?.url ?? '',
  urls: buttonsOf(actions, from, seq)
})

/** `from`: the place of the first of these among all actions of the message. */
function buttonsOf(actions: readonly Action[], from: number, seq: Seq): Json[] {
  return actions.map((action, i) => {
    const id = scenarioId(seq, from + i)
    switch (action.kind) {
      case 'link':
        return { id, label: action.label, type: 'url', value: action.url }
      case 'reply':
      case 'postback':
        return { id, label: action.label, type: 'scenario', next: { scenario: id } }
      // A button without `next` does nothing, in the contract too.
      case 'inert':
        return { id, label: action.label, type: 'scenario' }
      default:
        return action satisfies never
    }
  })
}

const fileButton = ({ url, name }: Extract<Content, { kind: 'file' }>, seq: Seq): Json => ({
  id: `${seq}.file`,
  label: name ?? url,
  type: 'url',
  value: url
})
