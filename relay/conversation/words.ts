import type { Card, Content } from '#shared/content.ts'

/** Everything that a content says, as text. */
export function wordsOf(content: Content): string {
  switch (content.kind) {
    case 'text':
    case 'unknown':
      return content.text
    case 'image':
      return content.text ?? content.alt ?? ''
    case 'file':
      return content.text ?? content.name ?? content.url
    case 'carousel':
    case 'list':
      return lines(content.text, ...content.cards.map(cardWords))
    case 'location':
      return lines(content.text, content.name, content.address, `${content.lat}, ${content.long}`)
    case 'rating':
      return content.text ?? ''
    case 'form':
      return lines(content.text, ...content.fields.map(({ label }) => label))
    default:
      return content satisfies never
  }
}

export const cardWords = ({ title, text }: Card): string => (text ? `${title}: ${text}` : title)

const lines = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n')
