import type { Action, Card, Content } from '#shared/content.ts'
import type { Entry } from './entry.ts'

/** All that an entry says in words, and by whom it was said where that is new: what is looked for in a search. */
export function saidIn(entry: Entry): string {
  switch (entry.kind) {
    case 'message':
      return joined([...('name' in entry ? [entry.name] : []), ...contentWords(entry.content)])
    case 'postback':
      return entry.label
    case 'opened':
    case 'named':
      return joined([entry.named?.name, entry.named?.email])
    default:
      return 'text' in entry && typeof entry.text === 'string' ? entry.text : ''
  }
}

function contentWords(content: Content): (string | undefined)[] {
  return [content.text, ...partWords(content), ...labels(content.actions)]
}

function partWords(content: Content): (string | undefined)[] {
  switch (content.kind) {
    case 'text':
    case 'rating':
    case 'unknown':
      return []
    case 'image':
      return [content.alt]
    case 'file':
      return [content.name]
    case 'carousel':
    case 'list':
      return content.cards.flatMap(cardWords)
    case 'location':
      return [content.name, content.address]
    case 'form':
      return content.fields.map(({ label }) => label)
    default:
      return content satisfies never
  }
}

const cardWords = ({ title, text, actions }: Card) => [title, text, ...labels(actions)]
const labels = (actions: readonly Action[] = []) => actions.map(({ label }) => label)

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join('\n')
