import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from '#shared/content.ts'
import { anyContent, everyContent, wordsOf } from '../testing/contents.ts'
import { answersOf, degrade, isAnswer } from './degrade.ts'

test('[N21] whatever a content says or offers is in its words', () => {
  fc.assert(
    fc.property(fc.oneof(anyContent, fc.constantFrom(...everyContent)), content => {
      const words = degrade(content)
      for (const word of wordsOf(content)) expect(words).toContain(word)
    })
  )
})

test.each([
  [{ kind: 'text', text: 'Hi' }, 'Hi'],
  [
    { kind: 'text', text: 'Which one?', actions: [{ kind: 'reply', label: 'Orders' }] },
    'Which one?\n\n• Orders'
  ],
  [
    { kind: 'image', url: 'https://x.example/a.png', alt: 'A rake', text: 'This one' },
    'This one\n\nA rake: https://x.example/a.png'
  ],
  [{ kind: 'image', url: 'https://x.example/a.png' }, 'https://x.example/a.png'],
  [
    {
      kind: 'carousel',
      cards: [
        {
          title: 'Rake',
          text: 'Red',
          image: { url: 'https://x.example/r.png', alt: 'Rake' },
          actions: [{ kind: 'link', label: 'See it', url: 'https://x.example/r' }]
        },
        { title: 'Hoe', actions: [] }
      ]
    },
    'Rake\nRed\nhttps://x.example/r.png\nSee it: https://x.example/r\n\nHoe'
  ],
  [{ kind: 'location', lat: 1.5, long: -2, name: 'Shop' }, 'Shop\ngeo:1.5,-2'],
  [
    {
      kind: 'form',
      text: 'Tell us',
      fields: [
        { kind: 'text', name: 'n', label: 'Name' },
        {
          kind: 'select',
          name: 's',
          label: 'Size',
          options: [
            { name: 's', label: 'Small' },
            { name: 'l', label: 'Large' }
          ]
        }
      ]
    },
    'Tell us\n\nName:\nSize: Small / Large'
  ],
  [{ kind: 'text', text: ' ' }, '']
] satisfies [Content, string][])('[N21] a content in words: %j', (content, words) => {
  expect(degrade(content)).toBe(words)
})

test('[N21] what the channel shows by itself is not named a second time', () => {
  const content: Content = {
    kind: 'text',
    text: 'Which?',
    actions: [
      { kind: 'reply', label: 'A' },
      { kind: 'link', label: 'B', url: 'https://x.example/' }
    ]
  }
  expect(degrade(content, isAnswer)).toBe('Which?\n\nB: https://x.example/')
  expect(answersOf(content)).toEqual([{ index: 0, label: 'A' }])
})

test('[N21] an answer keeps its place among all actions, those on cards first', () => {
  const content: Content = {
    kind: 'list',
    cards: [
      {
        title: 'a',
        actions: [
          { kind: 'link', label: 'L', url: 'https://x.example/' },
          { kind: 'postback', label: 'P' }
        ]
      }
    ],
    actions: [
      { kind: 'inert', label: 'I' },
      { kind: 'reply', label: 'R' }
    ]
  }
  expect(answersOf(content)).toEqual([
    { index: 1, label: 'P' },
    { index: 3, label: 'R' }
  ])
})
