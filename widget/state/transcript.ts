import type { Content } from '#shared/content.ts'
import type { Line } from '../connection/state.ts'
import type { Words } from '../words/en.ts'
import { noteText } from './note.ts'
import { whenText } from './when.ts'

type Spoken = Pick<Words, 'locale' | 'you' | 'bot' | 'agent' | 'image' | 'file' | 'location'> &
  Parameters<typeof noteText>[1]

/** The conversation as a text that can be read anywhere. */
export function transcriptOf(lines: readonly Line[], title: string, words: Spoken): string {
  return [title, '', ...lines.flatMap(line => lineText(line, words))].join('\r\n').concat('\r\n')
}

function lineText(line: Line, words: Spoken): string[] {
  const said = saidText(line, words)
  if (said === undefined) return []
  const when = whenText(line.at, words.locale)
  // What is said in several lines keeps them, set in below its first.
  return [`[${when}] ${said.replaceAll(/\r?\n/g, '\r\n    ')}`]
}

function saidText(line: Line, words: Spoken): string | undefined {
  switch (line.kind) {
    case 'message':
      if (line.by === 'system') return `* ${contentText(line.content, words)}`
      return `${nameOf(line, words)}: ${contentText(line.content, words)}`
    case 'postback':
      return `${words.you}: ${line.label}`
    case 'handover':
    case 'taken':
    case 'handback':
    case 'closed':
      return `* ${noteText(line, words)}`
    case 'opened':
    case 'undelivered':
    case 'rated':
    case 'other':
      return undefined
    default:
      return line satisfies never
  }
}

function nameOf({ by, name }: { by: string; name?: string | undefined }, words: Spoken): string {
  if (by === 'visitor') return words.you
  return name ?? words[by === 'agent' ? 'agent' : 'bot']
}

/** A content in words: what it says, and the addresses of what it shows. */
function contentText(content: Content, words: Spoken): string {
  const { text } = content
  const shown = shownText(content, words)
  return [text, ...shown].filter(Boolean).join('\n')
}

function shownText(content: Content, words: Spoken): (string | undefined)[] {
  switch (content.kind) {
    case 'image':
      return [`${content.alt ?? words.image}: ${content.url}`]
    case 'file':
      return [`${content.name ?? words.file}: ${content.url}`]
    case 'carousel':
    case 'list':
      return content.cards.map(({ title, text }) => `- ${[title, text].filter(Boolean).join(': ')}`)
    case 'location':
      return [[content.name ?? words.location, content.address].filter(Boolean).join(', ')]
    case 'form':
      return content.fields.map(({ label }) => `- ${label}`)
    case 'text':
    case 'rating':
    case 'unknown':
      return []
    default:
      return content satisfies never
  }
}
