import fc from 'fast-check'
import { actionsOf } from '#shared/actions.ts'
import type { Action, Card, Content } from '#shared/content.ts'

const reply = (label: string): Action => ({ kind: 'reply', label })
const link: Action = { kind: 'link', label: 'Our shop', url: 'https://shop.example/all' }
const card = (title: string, actions: Action[]) => ({
  title,
  text: `About ${title}`,
  image: { url: `https://shop.example/${title}.png`, alt: title },
  actions
})

/** One of every kind of content, the difficult ones among them. */
export const everyContent: readonly Content[] = [
  { kind: 'text', text: 'Hello' },
  { kind: 'text', text: 'Which one?', actions: [reply('Orders'), { kind: 'postback', label: 'Returns' }] },
  { kind: 'text', text: 'Look', actions: [link, { kind: 'inert', label: 'Buy' }, reply('No')] },
  { kind: 'text', text: '', actions: [reply('Only this')] },
  {
    kind: 'image',
    url: 'https://shop.example/a.png',
    alt: 'A rake',
    text: 'This one',
    actions: [reply('Yes')]
  },
  { kind: 'image', url: 'https://shop.example/b.png' },
  { kind: 'file', url: 'https://shop.example/a.pdf', name: 'Manual', actions: [link] },
  { kind: 'carousel', cards: [card('Rake', [reply('Buy')]), card('Hoe', [link])], text: 'We have' },
  { kind: 'list', cards: [card('Rake', [reply('Rake it')]), { title: 'Hoe', actions: [] }] },
  { kind: 'carousel', cards: Array.from({ length: 30 }, (_, i) => card(`Card ${i}`, [reply(`Take ${i}`)])) },
  { kind: 'location', lat: -33.8, long: 151.2, name: 'Shop', address: '1 Harbour St' },
  {
    kind: 'form',
    fields: [
      { kind: 'email', name: 'mail', label: 'Your address' },
      { kind: 'select', name: 'size', label: 'Size', options: [{ name: 's', label: 'Small' }] }
    ],
    text: 'Tell us'
  },
  { kind: 'unknown', of: 'hologram', text: 'You should see this' },
  { kind: 'text', text: 'Many', actions: Array.from({ length: 40 }, (_, i) => reply(`Choice ${i}`)) },
  { kind: 'text', text: 'Long', actions: [reply('x'.repeat(500))] }
]

/** All the words and addresses that a content holds and its visitor is meant to see. */
export function wordsOf(content: Content): string[] {
  const own = Object.entries(content).flatMap(([key, value]) =>
    typeof value === 'string' && key !== 'kind' && key !== 'of' ? [value] : []
  )
  const onCards = 'cards' in content ? content.cards.flatMap(cardWords) : []
  const fields = 'fields' in content ? content.fields.map(({ label }) => label) : []
  const actions = actionsOf(content).flatMap(action =>
    action.kind === 'link' ? [action.label, action.url] : [action.label]
  )
  return [...own, ...onCards, ...fields, ...actions]
}

const cardWords = ({ title, text = '', image }: Card): string[] => [title, text, image?.url ?? '']

const word = fc.string({ minLength: 1, maxLength: 30 }).map(text => `w${text.trim()}`)
const url = fc.webUrl()
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom('reply', 'postback', 'inert'), label: word }),
  fc.record({ kind: fc.constant('link'), label: word, url })
)
const actions = fc.array(anyAction, { maxLength: 15 })
const cards = fc.array(
  fc.record(
    { title: word, text: word, image: fc.record({ url, alt: word }), actions },
    { requiredKeys: ['title', 'actions'] }
  ),
  { minLength: 1, maxLength: 12 }
)

/** Any content at all. */
export const anyContent: fc.Arbitrary<Content> = fc.oneof(
  fc.record({ kind: fc.constant('text'), text: word, actions }),
  fc.record({ kind: fc.constant('unknown'), of: word, text: word, actions }),
  fc.record({ kind: fc.constant('image'), url, alt: word, actions }),
  fc.record({ kind: fc.constant('file'), url, name: word, text: word }),
  fc.record({ kind: fc.constantFrom('carousel', 'list'), cards, text: word, actions }),
  fc.record({ kind: fc.constant('location'), lat: fc.integer(), long: fc.integer(), name: word }),
  fc.record({
    kind: fc.constant('form'),
    fields: fc.array(fc.record({ kind: fc.constantFrom('text', 'email'), name: word, label: word }), {
      minLength: 1
    })
  })
)
