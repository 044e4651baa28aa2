import type { Action, Card, Content } from '#shared/content.ts'
import { degrade } from '../degrade.ts'
import { type Button, buttonsOf, isShown } from './buttons.ts'
import { chunks, parts } from './parts.ts'

/** An event as `send_event` takes it, before it has an id of its own. */
export type Draft =
  | { type: 'message'; text: string }
  | { type: 'rich_message'; template_id: 'cards' | 'quick_replies'; elements: readonly Element[] }

interface Element {
  title?: string
  subtitle?: string
  image?: { url: string; alternative_text?: string }
  buttons?: readonly Button[]
}

const most = { elements: 10, buttons: 13, textBytes: 16_384, titleLength: 500 }

/** Stands over buttons that come without words: a title is asked for in 3.5. */
const noWords = '…'

/** What a message shows, as events in their order. Empty when there is nothing to show. */
export function draftsOf(content: Content, seq: number): readonly Draft[] {
  switch (content.kind) {
    case 'carousel':
    case 'list': {
      const { elements, count } = elementsOf(content.cards, seq)
      return [
        ...messages(content.text ?? ''),
        ...chunks(elements, most.elements).map(cards),
        ...withButtons(inertOf(content.actions), buttonsOf(content.actions, seq, count))
      ]
    }
    case 'image': {
      const buttons = buttonsOf(content.actions, seq, 0)
      const image = { url: content.url, ...(content.alt && { alternative_text: content.alt }) }
      const words = [content.text ?? '', inertOf(content.actions)].filter(part => part !== '').join('\n\n')
      return [...messages(longer(words)), ...pages({ image, ...titled(shorter(words)) }, buttons)]
    }
    case 'text':
    case 'unknown':
    case 'file':
    case 'location':
    case 'rating':
    case 'form':
      return withButtons(degrade(content, isShown), buttonsOf(content.actions, seq, 0))
    default:
      return content satisfies never
  }
}

/** Words, and what can be tapped under them. */
function withButtons(words: string, buttons: readonly Button[]): readonly Draft[] {
  if (buttons.length === 0) return messages(words)
  const title = shorter(words) || noWords
  const said = messages(longer(words))
  const isQuick = buttons.length <= most.buttons && buttons.every(({ type }) => type === 'message')
  if (!isQuick) return [...said, ...pages({ title }, buttons)]
  // One element: ASSUMED(livechat 6.5)
  return [...said, { type: 'rich_message', template_id: 'quick_replies', elements: [{ title, buttons }] }]
}

/** No length of a title is published: what is long is said before it. ASSUMED(livechat 6.5) */
const shorter = (words: string): string => (words.length <= most.titleLength ? words : '')
const longer = (words: string): string => (words.length <= most.titleLength ? '' : words)

const messages = (text: string): readonly Draft[] =>
  text.trim() === '' ? [] : parts(text, most.textBytes).map(part => ({ type: 'message', text: part }))

const cards = (elements: readonly Element[]): Draft => ({
  type: 'rich_message',
  template_id: 'cards',
  elements
})

/** More buttons than a card may have continue on the next. */
function pages(first: Element, buttons: readonly Button[]): readonly Draft[] {
  return chunks(elementWith(first, buttons), most.elements).map(cards)
}

function elementWith(first: Element, buttons: readonly Button[]): Element[] {
  const [own = [], ...rest] = chunks(buttons, most.buttons)
  const whole = own.length > 0 ? { ...first, buttons: own } : first
  return [whole, ...rest.map(more => ({ title: first.title ?? noWords, buttons: more }))]
}

/** `count`: how many actions stand on the cards, and so before those of the message itself. */
function elementsOf(all: readonly Card[], seq: number): { elements: Element[]; count: number } {
  const elements: Element[] = []
  let count = 0
  for (const card of all) {
    elements.push(...elementWith(elementOf(card), buttonsOf(card.actions, seq, count)))
    count += card.actions.length
  }
  return { elements, count }
}

function elementOf({ title, text, image, actions }: Card): Element {
  const subtitle = [text ?? '', inertOf(actions)].filter(part => part !== '').join('\n')
  return {
    ...titled(title),
    ...(subtitle !== '' && { subtitle }),
    ...(image && { image: { url: image.url, ...(image.alt && { alternative_text: image.alt }) } })
  }
}

const titled = (title: string) => (title === '' ? {} : { title })

/** What is named because it is no button. */
const inertOf = (actions: readonly Action[] = []): string =>
  degrade({ kind: 'text', text: '', actions: [...actions] }, isShown)
