import type { Content } from '#shared/content.ts'
import type { Words } from '../words/en.ts'
import { blocksOf, spoken } from './blocks.ts'
import type { News } from './news.ts'
import { noteText } from './note.ts'

/** A content in words alone. */
export function plainOf(content: Content, words: Words): string {
  const { kind, text = '', actions = [] } = content
  const labels = actions.map(({ label }) => label)
  return [spoken(blocksOf(text)), ...rest(content, words), ...(kind === 'rating' ? [] : labels)]
    .filter(Boolean)
    .join('\n')
}

function rest(content: Content, words: Words): (string | undefined)[] {
  switch (content.kind) {
    case 'image':
      return [content.alt || words.image]
    case 'file':
      return [content.name || words.file]
    case 'location':
      return [content.name || words.location, content.address]
    case 'carousel':
    case 'list':
      return content.cards.map(({ title }) => title)
    case 'form':
      return content.fields.map(({ label }) => label)
    case 'text':
    case 'rating':
    case 'unknown':
      return []
    default:
      return content satisfies never
  }
}

/** A piece of news as it is read out: who says what. */
export function aloud(news: News, words: Words): string {
  if (news.kind !== 'message' || news.by === 'system') return noteText(news, words)
  const name = news.name ?? words[news.by === 'bot' ? 'bot' : 'agent']
  return `${words.by(name)} ${plainOf(news.content, words)}`
}
