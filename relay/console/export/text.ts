import type { About } from './gather.ts'
import { type Line, linesOf } from './lines.ts'

/** A readable transcript. What somebody said stands indented, so that no words look like a line of ours. */
export function toText(about: About): string {
  const head = [`Exported ${new Date(about.exportedAt).toISOString()}`, ...namesOf(about)]
  const parts = about.conversations.map(one =>
    [`Conversation ${one.id}, ${one.site}`, '', ...linesOf(one).map(lineOf)].join('\n')
  )
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`
}

const namesOf = ({ named: { name, email } }: About): string[] => [
  ...(name === undefined ? [] : [`Name: ${plain(name)}`]),
  ...(email === undefined ? [] : [`E-mail: ${plain(email)}`])
]

function lineOf({ at, who, name, text }: Line): string {
  const speaker = [who, name && plain(name)].filter(Boolean).join(' ')
  return `${at}${speaker && ` ${speaker}`}\n${linesIn(text)
    .map(one => `    ${plain(one)}`)
    .join('\n')}`
}

const linesIn = (text: string): readonly string[] => text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u)

/** In one line, and nothing in it that a terminal obeys or that turns the writing round. */
const plain = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
