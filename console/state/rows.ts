import type { Content } from '#shared/content.ts'
import type { Entry } from '../contract.ts'
import type { Outgoing } from './talk.ts'
import { dayOf } from './time.ts'

export type Side = 'visitor' | 'bot' | 'agent' | 'system'
type FactKind =
  | 'opened'
  | 'handover'
  | 'taken'
  | 'handback'
  | 'closed'
  | 'rated'
  | 'page'
  | 'named'
  | 'erased'
export type Fact = Extract<Entry, { kind: FactKind }>

/** A line of the log as it is drawn. */
export type Row = { key: string; guess: number; moves?: true } & (
  | { is: 'day'; at: number }
  | {
      is: 'said'
      at: number
      seq: number
      side: Side
      name?: string
      content: Content
      first: boolean
      lost: boolean
    }
  | { is: 'chose'; at: number; seq: number; label: string; first: boolean; lost: boolean }
  | { is: 'note'; at: number; by: string; text: string; first: boolean }
  | { is: 'fact'; at: number; fact: Fact }
  | { is: 'pending'; one: Outgoing; first: boolean }
)

/** What follows within so long, by the same, stands under one name. */
const togetherMs = 5 * 60_000
const lineHeight = 20
const aLine = 52
/** An image is shown no higher, and no wider, px. */
const imageMost = { height: 220, width: 260 }

/** How large an image is drawn, where there is room for it. */
export function drawnSize(width: number, height: number): { width: number; height: number } {
  const part = Math.min(1, imageMost.height / height, imageMost.width / width)
  return { width: Math.round(width * part), height: Math.round(height * part) }
}

/** What stands below the words. */
function heightOf(content: Content): number {
  if (content.kind === 'text') return 0
  const { width, height } = content.kind === 'image' ? content : {}
  if (width === undefined || height === undefined) return aLine
  return drawnSize(width, height).height
}

/** An entry's row, and what of it depends on others. */
interface Made {
  day: string
  who: string
  first?: boolean
  lost?: boolean
  row?: Row | undefined
}

/** Makes the rows of a log again and again as it grows: of 10,000 entries and one more, one row is made. */
export class Rows {
  readonly #made = new WeakMap<Entry, Made>()

  of(entries: readonly Entry[], pending: readonly Outgoing[]): readonly Row[] {
    const lost = lostIn(entries)
    const rows: Row[] = []
    let speaker = ''
    let last = 0
    let day = ''
    for (const entry of entries) {
      const made = this.#known(entry)
      if (made.day !== day) {
        rows.push({ is: 'day', key: `day:${made.day}`, at: entry.at, guess: 36, moves: true })
        speaker = ''
      }
      day = made.day
      const first = made.who !== speaker || entry.at - last > togetherMs
      const row = rowIn(made, entry, { first, lost })
      if (!row) continue
      rows.push(row)
      speaker = made.who
      last = entry.at
    }
    for (const one of pending) rows.push(pendingRow(one, one === pending[0]))
    return rows
  }

  #known(entry: Entry): Made {
    const known = this.#made.get(entry) ?? { day: dayOf(entry.at), who: speakerOf(entry) }
    this.#made.set(entry, known)
    return known
  }
}

function lostIn(entries: readonly Entry[]): ReadonlySet<number> {
  const lost = new Set<number>()
  for (const entry of entries) if (entry.kind === 'undelivered') lost.add(entry.of)
  return lost
}

/** The row that there is already, unless it would be another one now. */
function rowIn(
  made: Made,
  entry: Entry,
  { first, lost }: { first: boolean; lost: ReadonlySet<number> }
): Row | undefined {
  const isLost = lost.has(entry.seq)
  if (made.first !== first || made.lost !== isLost)
    Object.assign(made, { first, lost: isLost, row: rowOf(entry, first, isLost) })
  return made.row
}

const pendingRow = (one: Outgoing, first: boolean): Row => ({
  is: 'pending',
  key: `id:${one.id}`,
  guess: guess(one.file?.name ?? one.text, first),
  one,
  first
})

/** Who speaks in this line; two facts never stand under one name. */
function speakerOf(entry: Entry): string {
  if (entry.kind === 'message') return `${entry.by}:${'name' in entry ? (entry.name ?? '') : ''}`
  if (entry.kind === 'postback') return 'visitor:'
  return entry.kind === 'note' ? `note:${entry.by}` : ''
}

/** Undefined for what nobody needs to see, or what is newer than this page. */
function rowOf(entry: Entry, first: boolean, lost: boolean): Row | undefined {
  const { seq, at } = entry
  const key = 'id' in entry && entry.id !== undefined ? `id:${entry.id}` : `seq:${seq}`
  switch (entry.kind) {
    case 'message': {
      const { by: side, content } = entry
      const named = 'name' in entry && entry.name !== undefined && { name: entry.name }
      const high = guess(textOf(content), first) + heightOf(content)
      return { is: 'said', key, at, seq, side, content, first, lost, ...named, guess: high }
    }
    case 'postback':
      return { is: 'chose', key, at, seq, label: entry.label, first, lost, guess: aLine }
    case 'note':
      return { is: 'note', key, at, by: entry.by, text: entry.text, first, guess: guess(entry.text, first) }
    case 'opened':
    case 'handover':
    case 'taken':
    case 'handback':
    case 'closed':
    case 'rated':
    case 'page':
    case 'named':
    case 'erased':
      return { is: 'fact', key, at, fact: entry, guess: 34 }
    default:
      return undefined
  }
}

const guess = (text: string, first: boolean): number =>
  14 +
  (first ? 22 : 0) +
  lineHeight * text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 52), 0)

/** What a content says in plain text. */
function textOf(content: Content): string {
  return content.text ?? ''
}
