import type { Action, Content } from '#shared/content.ts'

const image = {
  url: 'https://shop.example/harbour.svg',
  alt: 'A drawing of a harbour',
  width: 320,
  height: 180
}
const choose: Action = { kind: 'postback', label: 'Choose' }
const cards = ['Plain', 'Fancy', 'Enterprise'].map(title => ({
  title,
  text: `The ${title.toLowerCase()} one.`,
  image,
  actions: [choose, { kind: 'link' as const, label: 'Read more', url: 'https://example.com/' }]
}))

/** Each kind of content, and the ways in which it may be shown. */
export const contents = {
  'quick replies': {
    kind: 'text',
    text: 'What is it about?',
    actions: ['Delivery', 'Returns', 'Something else'].map(label => ({ kind: 'reply', label }) as const)
  },
  buttons: {
    kind: 'text',
    text: 'You may also do one of these.',
    actions: [
      choose,
      { kind: 'link', label: 'Our site', url: 'https://example.com/' },
      { kind: 'inert', label: 'Buy for 10' }
    ]
  },
  image: { kind: 'image', ...image, text: 'This is the harbour.' },
  'a broken image': {
    kind: 'image',
    url: 'https://shop.example/gone',
    alt: 'Gone',
    text: 'This image is gone.'
  },
  file: {
    kind: 'file',
    url: 'https://shop.example/terms.pdf',
    name: 'Terms.pdf',
    size: 12_345,
    text: 'Our terms.'
  },
  carousel: { kind: 'carousel', cards, text: 'Swipe through these.' },
  list: { kind: 'list', cards, text: 'One below the other.' },
  location: {
    kind: 'location',
    lat: -33.8523,
    long: 151.2108,
    name: 'Sydney Harbour Bridge',
    address: 'Sydney NSW',
    text: 'We are here.'
  },
  rating: {
    kind: 'rating',
    text: 'How was it?',
    actions: ['1', '2', '3', '4', '5'].map(label => ({ kind: 'postback', label }) as const)
  },
  form: {
    kind: 'form',
    text: 'How can we reach you?',
    fields: [
      { kind: 'text', name: 'name', label: 'Your name', minLength: 2 },
      { kind: 'email', name: 'email', label: 'Your email', placeholder: 'you@example.com', minLength: 5 },
      {
        kind: 'select',
        name: 'about',
        label: 'About',
        options: [
          { name: 'sales', label: 'Sales' },
          { name: 'help', label: 'Help' }
        ]
      }
    ]
  },
  'an unknown kind': { kind: 'unknown', of: 'hologram', text: 'A hologram, if you could see one.' }
} satisfies Record<string, Content>
