import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionsOf } from '#shared/actions.ts'
import type { Action, Content } from '#shared/content.ts'
import { anyContent, everyContent, wordsOf } from '../../testing/contents.ts'
import { compose } from './compose.ts'
import { structures } from './settings.ts'

const reply = (label: string): Action => ({ kind: 'reply', label })
const ask = (...labels: string[]): Content => ({ kind: 'text', text: 'Which?', actions: labels.map(reply) })
const many = (count: number) => Array.from({ length: count }, (_, i) => `Choice ${i}`)
const typeOf = (content: Content, ...can: string[]) => compose(content, 7, can).structured?.type ?? 'words'
const messaging = ['select', 'rich_link', 'template', 'carousel']
const whatsApp = ['template', 'list']

test('[G8] replies are a select, in the order of the message', () => {
  expect(compose(ask('Orders', 'Returns'), 7, messaging)).toEqual({
    body: 'Which?',
    structured: {
      type: 'select',
      items: [
        { title: 'Orders', payload: '7.0' },
        { title: 'Returns', payload: '7.1' }
      ]
    }
  })
})

test.each([
  ['13 replies', ask(...many(13)), messaging, 'select'],
  ['14 replies', ask(...many(14)), messaging, 'words'],
  ['a reply of 80 characters', ask('x'.repeat(80)), messaging, 'select'],
  ['a reply of 81 characters', ask('x'.repeat(81)), messaging, 'words'],
  ['a reply without words', ask(' '), messaging, 'words'],
  ['3 short replies where there is no select', ask(...many(3)), whatsApp, 'template'],
  ['4 short replies where there is no select', ask(...many(4)), whatsApp, 'list'],
  ['a longer reply where there is no select', ask('x'.repeat(21)), whatsApp, 'list'],
  ['11 replies where there is no select', ask(...many(11)), whatsApp, 'words'],
  ['replies where only words are shown', ask('Yes'), [], 'words'],
  ['a picture', { kind: 'image', url: 'https://x.example/a.png' }, messaging, 'rich_link'],
  [
    'a picture where only words are shown',
    { kind: 'image', url: 'https://x.example/a.png' },
    whatsApp,
    'words'
  ],
  [
    'a link of 2049 characters',
    { kind: 'file', url: `https://x.example/${'a'.repeat(2_031)}` },
    messaging,
    'words'
  ],
  ['a place', { kind: 'location', lat: 1, long: 2 }, messaging, 'words']
] satisfies [string, Content, string[], string][])('[G8] %s', (_, content, can, type) => {
  expect(typeOf(content, ...can)).toBe(type)
})

const card = (count: number, more: Partial<Extract<Content, { kind: 'carousel' }>> = {}): Content => ({
  kind: 'carousel',
  cards: Array.from({ length: count }, (_, i) => ({
    title: `Card ${i}`,
    image: { url: `https://x.example/${i}.png`, alt: 'A lamp' },
    actions: [reply(`Take ${i}`), { kind: 'link', label: 'See', url: 'https://x.example/' }]
  })),
  ...more
})

test('[G8] cards are a carousel, their pictures links, their actions counted over all cards', () => {
  const { structured, body } = compose(card(2), 7, messaging)
  expect(structured).toMatchObject({
    type: 'carousel',
    items: [
      { title: 'Card 0', url: 'https://x.example/0.png', url_text: 'A lamp' },
      {
        title: 'Card 1',
        items: [
          { type: 'reply', title: 'Take 1', payload: '7.2' },
          { type: 'url', title: 'See', url: 'https://x.example/' }
        ]
      }
    ]
  })
  expect(body).toContain('Card 1')
})

test.each([
  ['one card', card(1), 'template'],
  ['10 cards', card(10), 'carousel'],
  ['11 cards', card(11), 'words'],
  ['cards with words beside them', card(2, { text: 'We have' }), 'words'],
  ['cards with actions beside them', card(2, { actions: [reply('None')] }), 'words'],
  [
    'a card with five actions',
    { kind: 'list', cards: [{ title: 'a', actions: many(5).map(reply) }] },
    'words'
  ],
  [
    'a card with what nobody can do',
    { kind: 'list', cards: [{ title: 'a', actions: [{ kind: 'inert', label: 'Buy' }] }] },
    'words'
  ]
] satisfies [string, Content, string][])('[G8] %s', (_, content, type) => {
  expect(typeOf(content, ...messaging)).toBe(type)
})

const anything = fc.oneof(anyContent, fc.constantFrom(...everyContent))
const anySource = fc.subarray([...structures, 'apple_pay'])

test('[G8] whatever a source can show, nothing is lost, and nothing it cannot show is sent', () => {
  fc.assert(
    fc.property(anything, anySource, (content, can) => {
      const made = compose(content, 7, can)
      const all = JSON.stringify(made)
      for (const word of wordsOf(content)) expect(all).toContain(JSON.stringify(word).slice(1, -1))
      if (made.structured) expect(can).toContain(made.structured.type)
    })
  )
})

test('[G9] every tap leads back to the action that it was made of', () => {
  fc.assert(
    fc.property(anything, anySource, (content, can) => {
      const { structured } = compose(content, 7, can)
      for (const { title, payload } of tapsOf(structured)) {
        const [, of, action] = /^(\d+)\.(\d+)$/.exec(payload) ?? []
        expect(of).toBe('7')
        expect(actionsOf(content)[Number(action)]).toMatchObject({ label: title })
      }
    })
  )
})

interface Tap {
  title: string
  payload: string
}

/** Everything in it that has a payload. */
function tapsOf(value: unknown): Tap[] {
  if (value === null || typeof value !== 'object') return []
  const inside = Object.values(value).flatMap(tapsOf)
  return 'payload' in value && 'title' in value
    ? [{ title: String(value.title), payload: String(value.payload) }, ...inside]
    : inside
}
