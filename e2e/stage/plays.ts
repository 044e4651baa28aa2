import {
  agent,
  bot,
  carousel,
  everything,
  form,
  image,
  opened,
  post,
  rating,
  says,
  visitor
} from './contents.ts'
import { regular } from './regular.ts'
import type { Play } from './stage.ts'

/** Whatever the panel can show, by name. */
export const plays = {
  markup: {
    entries: [
      opened,
      says(
        'There are **two** ways, and *both* are good:\n\n1. Order it at https://example.com/lamps\n2. Come by:\n   - before six\n   - with `LIGHT10` for 10 % off\n\n```\nlamp --bright 80\n```'
      ),
      visitor('Thanks! See https://example.com/mine')
    ]
  },
  folded: {
    entries: [opened, says('A lamp is a thing that lights a room as long as it is dark. '.repeat(24))]
  },
  days: {
    entries: [
      opened,
      { ...says('Hello! I am Lumi.'), at: Date.UTC(2026, 10, 20, 9) },
      { ...visitor('A lamp for my desk'), at: Date.UTC(2026, 10, 21, 16, 5) },
      { ...says('Thank you, Ada.'), at: Date.UTC(2026, 10, 23, 8, 30) }
    ]
  },
  failed: {
    entries: [
      opened,
      says('Hello! I am Lumi.'),
      visitor('A lamp for my desk'),
      { kind: 'undelivered', of: 3 }
    ]
  },
  empty: { site: { greeting: 'Ask us anything about lamps.', hours: { open: false } } },
  replies: {
    entries: [
      opened,
      says('Hello! I am Lumi. What are you looking for?'),
      visitor('A lamp for my desk'),
      bot({
        kind: 'text',
        text: 'How bright?',
        actions: ['Bright', 'Gentle', 'I do not know'].map(label => ({ kind: 'reply', label }))
      })
    ],
    site: { botName: 'Lumi', avatar: image('lumi') },
    can: { receipts: true },
    receipts: { delivered: 3, read: 3 }
  },
  buttons: {
    entries: [
      opened,
      bot({
        kind: 'text',
        text: 'What shall we do?',
        actions: [
          post('Show the lamps'),
          { kind: 'link', label: 'Our site', url: 'https://example.com/' },
          { kind: 'inert', label: 'Buy for 10' }
        ]
      })
    ]
  },
  carousel: { entries: [opened, bot(carousel)] },
  list: {
    entries: [
      opened,
      bot({
        kind: 'list',
        text: 'Two ways to get it:',
        cards: [
          { title: 'By post', text: 'In three days.', actions: [post('By post, please')] },
          {
            title: 'In the shop',
            text: 'Today until six.',
            actions: [{ kind: 'link', label: 'The way there', url: 'https://example.com/' }]
          }
        ]
      })
    ]
  },
  image: {
    entries: [
      opened,
      bot({
        kind: 'image',
        url: image('harbour'),
        alt: 'The harbour at night',
        width: 780,
        height: 410,
        text: 'This is how it looks:'
      })
    ]
  },
  strangeImage: {
    entries: [
      opened,
      bot({ kind: 'image', url: 'https://elsewhere.example/a.png', alt: 'The harbour at night' }),
      bot({
        kind: 'carousel',
        cards: [
          { title: 'Aurora', image: { url: 'https://elsewhere.example/b.png' }, actions: [post('Choose')] }
        ]
      })
    ],
    site: { imageHosts: ['stage.example'] }
  },
  brokenImage: {
    entries: [
      opened,
      bot({ kind: 'image', url: 'https://stage.example/none.png', alt: 'The harbour at night' })
    ]
  },
  file: {
    entries: [
      opened,
      bot({
        kind: 'file',
        url: 'https://example.com/terms.pdf',
        name: 'Terms and conditions',
        size: 1_240_000,
        text: 'The small print.'
      }),
      bot({
        kind: 'location',
        lat: -33.85,
        long: 151.21,
        name: 'Harbour Bridge',
        address: 'Sydney NSW, Australia'
      })
    ]
  },
  form: { entries: [opened, bot(form)] },
  formAnswered: {
    entries: [
      opened,
      bot(form),
      {
        kind: 'message',
        by: 'visitor',
        id: 'visitor-1',
        of: 2,
        content: { kind: 'text', text: 'Your name: Ada' }
      },
      says('Thank you, Ada.')
    ]
  },
  rating: { entries: [opened, bot(rating)] },
  rated: {
    entries: [opened, bot(rating), { kind: 'postback', id: 'press-000', of: 2, action: 4, label: '5' }]
  },
  waiting: {
    entries: [opened, says('One moment, I am asking for a person.'), { kind: 'handover' }],
    can: everything,
    site: { hours: { open: false, opensAt: Date.UTC(2026, 10, 30, 8) } }
  },
  agent: {
    entries: [
      opened,
      visitor('Can I talk to a person?'),
      { kind: 'handover' },
      { kind: 'taken', name: 'Maria Lind', picture: image('maria') },
      agent('Good morning! How can I help?'),
      agent('I have your order in front of me.')
    ],
    can: everything
  },
  handback: {
    entries: [opened, visitor('A person, please'), { kind: 'handover' }, { kind: 'handback', why: 'nobody' }],
    can: everything
  },
  offline: {
    entries: [opened, visitor('A person, please'), { kind: 'handover' }, { kind: 'handback', why: 'nobody' }],
    site: {
      hours: { open: false },
      offline: {
        text: 'Leave us a word, and we write back.',
        fields: [
          { kind: 'email', name: 'e', label: 'Your e-mail', minLength: 3 },
          { kind: 'text', name: 'm', label: 'Your question', minLength: 3 }
        ]
      }
    }
  },
  preChat: {
    entries: [opened, says('Hello! I am Lumi.')],
    site: {
      preChat: {
        text: 'Before we begin:',
        fields: [
          { kind: 'text', name: 'n', label: 'Your name', minLength: 2 },
          { kind: 'email', name: 'e', label: 'Your e-mail' }
        ]
      }
    }
  },
  closed: { entries: [opened, visitor('Thank you!'), { kind: 'closed' }], can: everything },
  thanks: {
    entries: [
      opened,
      visitor('Thank you!'),
      { kind: 'closed' },
      { kind: 'rated', id: 'rating-01', score: 5 }
    ],
    can: everything
  },
  menu: regular,
  switches: regular,
  refused: regular,
  earlier: regular,
  earlierOne: regular,
  earlierNone: { ...regular, past: [] },
  ending: regular,
  erasing: regular
} satisfies Record<string, Play>
export type PlayName = keyof typeof plays
