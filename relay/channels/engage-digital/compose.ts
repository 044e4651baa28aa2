import { actionsOf } from '#shared/actions.ts'
import type { Action, Card, Content } from '#shared/content.ts'
import type { Seq } from '#shared/ids.ts'
import { answersOf, degrade, isAnswer } from '../degrade.ts'

/** What a reply says, and shows where its source can. */
export interface Reply {
  /** Always all of it: devices that cannot show the rest are sent this. ASSUMED(engage-digital 8.3) */
  body: string
  structured?: Structured
}

interface Item {
  type?: 'reply' | 'url'
  title: string
  payload?: string
  url?: string
}
interface Template {
  title: string
  subtitle?: string
  url?: string
  url_text?: string
  items?: readonly Item[]
}
type Structured =
  | { type: 'select' | 'list'; title?: string; items: readonly Item[] }
  | ({ type: 'template' | 'rich_link' } & Template)
  | { type: 'carousel'; items: readonly Template[] }

/** Longer words would be cut and further items dropped: then all of it goes as words instead. */
const limits = {
  select: { items: 13, title: 80 },
  list: { items: 10, title: 80, words: 1_024 },
  // What the strictest source shows of it (WhatsApp).
  template: { items: 3, title: 20, words: 350 },
  card: { cards: 10, items: 4, title: 80, words: 350, text: 1_000 },
  link: { url: 2_048, words: 350, text: 1_000, label: 80 }
} as const

/** A content as a reply. Empty when there is nothing to say. */
export function compose(content: Content, seq: Seq, capabilities: readonly string[]): Reply {
  const structured = [choices, cards, link]
    .map(make => make({ content, seq, can: kind => capabilities.includes(kind) }))
    .find(made => made !== undefined)
  return structured ?? { body: degrade(content) }
}

interface Given {
  content: Content
  seq: Seq
  can(kind: Structured['type']): boolean
}

/** What a tap sends back: the place in our own log of what was tapped. */
const payloadOf = (seq: Seq, index: number): string => `${seq}.${index}`

/** What can be answered beside the words. On cards the same answer may stand more than once. */
function choices({ content, seq, can }: Given): Reply | undefined {
  const answers = answersOf(content)
  const onCards = 'cards' in content && content.cards.some(card => card.actions.some(isAnswer))
  if (answers.length === 0 || onCards) return undefined
  const words = degrade(content, isAnswer)
  const body = words === '' ? degrade(content) : words
  const items = answers.map(({ index, label }) => ({ title: label, payload: payloadOf(seq, index) }))
  const fits = ({ items: most, title }: { items: number; title: number }) =>
    items.length <= most && items.every(item => isWithin(item.title, title))
  if (can('select') && fits(limits.select)) return { body, structured: { type: 'select', items } }
  if (can('template') && fits(limits.template) && isWithin(body, limits.template.words)) {
    const replies = items.map(item => ({ type: 'reply', ...item }) as const)
    return { body: degrade(content), structured: { type: 'template', title: body, items: replies } }
  }
  if (can('list') && fits(limits.list) && isWithin(body, limits.list.words))
    return { body: degrade(content), structured: { type: 'list', title: body, items } }
  return undefined
}

/** Only where nothing stands beside the cards: there is no place for it. */
function cards({ content, seq, can }: Given): Reply | undefined {
  if (!('cards' in content) || (content.text ?? '') !== '' || (content.actions ?? []).length > 0)
    return undefined
  const fits = content.cards.length <= limits.card.cards && content.cards.every(fitsCard)
  if (!fits) return undefined
  const firsts = content.cards.map((_, i) =>
    content.cards.slice(0, i).reduce((sum, card) => sum + card.actions.length, 0)
  )
  const templates = content.cards.map((card, i) => templateOf(card, seq, firsts[i] ?? 0))
  const [only] = templates
  if (templates.length === 1 && only && can('template'))
    return { body: degrade(content), structured: { type: 'template', ...only } }
  return can('carousel')
    ? { body: degrade(content), structured: { type: 'carousel', items: templates } }
    : undefined
}

function fitsCard({ title, text = '', image, actions }: Card): boolean {
  const { items, title: label, words, text: longest } = limits.card
  const canBeShown = (action: Action) => action.kind !== 'inert' && isWithin(action.label, label)
  return (
    isWithin(title, words) &&
    text.length <= longest &&
    actions.length <= items &&
    actions.every(canBeShown) &&
    (image?.url ?? '').length <= limits.link.url
  )
}

/** Pictures are not uploaded: a card links to its own. */
function templateOf({ title, text, image, actions }: Card, seq: Seq, first: number): Template {
  const label = image?.alt !== undefined && isWithin(image.alt, limits.link.label) ? image.alt : title
  return {
    title,
    ...(text !== undefined && { subtitle: text }),
    ...(image && { url: image.url, url_text: label.slice(0, limits.link.label) }),
    items: actions.map((action, i) =>
      action.kind === 'link'
        ? { type: 'url', title: action.label, url: action.url }
        : { type: 'reply', title: action.label, payload: payloadOf(seq, first + i) }
    )
  }
}

/** A picture or a file, as a link that shows what it leads to. */
function link({ content, can }: Given): Reply | undefined {
  if (content.kind !== 'image' && content.kind !== 'file') return undefined
  const { url, text } = content
  const name = content.kind === 'image' ? content.alt : content.name
  const title = name ?? text ?? url
  const fits =
    actionsOf(content).length === 0 &&
    isWithin(url, limits.link.url) &&
    isWithin(title, limits.link.words) &&
    (text ?? '').length <= limits.link.text
  if (!can('rich_link') || !fits) return undefined
  const subtitle = text !== undefined && text !== title ? { subtitle: text } : {}
  return { body: degrade(content), structured: { type: 'rich_link', url, title, ...subtitle } }
}

const isWithin = (text: string, most: number): boolean => text.trim() !== '' && text.length <= most
