import type { Content } from '#shared/content.ts'
import type { ConversationId } from '#shared/ids.ts'
import type { Line } from './stage.ts'

export const image = (name: string) => `https://stage.example/images/${name}.svg`
export const bot = (content: Content): Line => ({ kind: 'message', by: 'bot', content })
export const says = (text: string): Line => bot({ kind: 'text', text })
export const visitor = (text: string, id = 'visitor-1'): Line => ({
  kind: 'message',
  by: 'visitor',
  id,
  content: { kind: 'text', text }
})
export const opened: Line = { kind: 'opened' }
export const post = (label: string) => ({ kind: 'postback', label }) as const
export const agent = (text: string): Line => ({
  kind: 'message',
  by: 'agent',
  name: 'Maria Lind',
  picture: image('maria'),
  content: { kind: 'text', text }
})

export const everything = {
  typing: true,
  receipts: true,
  handover: true,
  back: true,
  close: true,
  rate: true,
  past: true,
  erase: true,
  window: true,
  sound: true,
  notify: true
}

const card = (title: string, text: string) => ({
  title,
  text,
  image: { url: image(title.toLowerCase()), alt: `The lamp ${title}`, width: 780, height: 410 },
  actions: [post(`Choose ${title}`), { kind: 'link', label: 'Details', url: 'https://example.com/' } as const]
})

export const carousel: Content = {
  kind: 'carousel',
  text: 'These are our favourites:',
  cards: [
    card('Aurora', 'A warm light for long evenings.'),
    card('Borealis', 'Bright, and gentle to the eyes.'),
    card('Corona', 'For the table, without a cable.'),
    card('Dawn', 'Wakes you up as the sun does.')
  ]
}
export const form: Content = {
  kind: 'form',
  text: 'How can we reach you?',
  fields: [
    { kind: 'text', name: 'name', label: 'Your name', minLength: 2, placeholder: 'Ada' },
    { kind: 'email', name: 'email', label: 'Your e-mail', minLength: 3 },
    {
      kind: 'select',
      name: 'about',
      label: 'About',
      options: [
        { name: 's', label: 'Sales' },
        { name: 'h', label: 'Help' }
      ]
    }
  ]
}
export const rating: Content = {
  kind: 'rating',
  text: 'How did I do?',
  actions: ['1', '2', '3', '4', '5'].map(label => ({ kind: 'reply', label }))
}
export const conversationId = (id: string): ConversationId => id as ConversationId
