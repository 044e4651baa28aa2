import type { Canned, Json, Named, Summary } from '../contract.ts'
import { words } from '../words/en.ts'

export const nameOf = ({ named, id }: Pick<Summary, 'named' | 'id'>): string =>
  shortName(named) ?? `${words.lists.visitor} ${id.replace(/^\w*_/, '').slice(-4)}`

const shortName = (named: Named | undefined): string | undefined => named?.name || named?.email || undefined

/** Fields of a handover as lines: names as people write them, values as they are. */
export function linesOf(json: Json): readonly (readonly [name: string, value: string])[] {
  if (json === null || json === '') return []
  if (typeof json !== 'object' || Array.isArray(json)) return [['', valueOf(json)]]
  return Object.entries(json).map(([name, value]) => [readable(name), valueOf(value)] as const)
}

/** The one line of it that a list has room for: what it says of the reason, or whatever comes first. */
export function reasonOf(json: Json): string | undefined {
  const lines = linesOf(json)
  const named = lines.find(([name]) => /^(reason|summary|why|topic)$/i.test(name))
  return (named ?? lines[0])?.[1]
}

const readable = (name: string): string => {
  const apart = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
  return apart.charAt(0).toUpperCase() + apart.slice(1).toLowerCase()
}

const valueOf = (json: Json): string => {
  if (json === null) return '–'
  return typeof json === 'object' ? JSON.stringify(json, null, 1) : String(json)
}

/** What an agent wrote for the bot: `name: value` lines; whatever else was written is the reason. */
export function metadataOf(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').map(line => line.trim())
  const pairs = lines.map(line => /^([^:\s][^:]{0,60}?)\s*:\s*(?!\/\/)(.+)$/.exec(line))
  const rest = lines.filter((line, at) => line !== '' && !pairs[at]).join('\n')
  const fields = pairs.flatMap(pair => (pair ? [[pair[1] ?? '', pair[2] ?? ''] as const] : []))
  return Object.fromEntries([...fields, ...(rest === '' ? [] : [['reason', rest] as const])])
}

/** What was begun of a shortcut right before the cursor, without its `/`; undefined where nobody asks for one. */
export const askedFor = (text: string, cursor: number): string | undefined =>
  /(?:^|\s)\/([^\s/]*)$/.exec(text.slice(0, cursor))?.[1]

/** Those whose shortcut begins so come first, then those that hold it anywhere. */
export function cannedFor(canned: readonly Canned[], asked: string): readonly Canned[] {
  const wanted = asked.toLowerCase()
  const begins = (one: Canned) => one.shortcut.toLowerCase().startsWith(wanted)
  const holds = (one: Canned) => `${one.shortcut} ${one.text}`.toLowerCase().includes(wanted)
  return [...canned.filter(begins), ...canned.filter(one => !begins(one) && holds(one))]
}

/** The text with a canned reply in place of its shortcut, and where the cursor is then. */
export function fillIn(text: string, cursor: number, reply: string): { text: string; cursor: number } {
  const before = text.slice(0, cursor).replace(/\/[^\s/]*$/, () => reply)
  return { text: before + text.slice(cursor), cursor: before.length }
}

/** `{name}` stands for the visitor's name; where none is known, nothing does, nor the space before it. */
export const addressed = (reply: string, named: Named | undefined): string =>
  reply.replace(/( ?)\{name\}/g, (_, space: string) => (named?.name ? space + named.name : ''))
