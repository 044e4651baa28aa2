import type { Entry } from '#shared/entry.ts'
import type { Line } from '../connection/state.ts'
import { type Fate, type Item, isShown } from '../connection/unsent.ts'
import { following, type Grown } from './grown.ts'

export type { Fate, Line }
export type Message = Extract<Entry, { kind: 'message' }>
export type Note = Extract<Entry, { kind: 'handover' | 'taken' | 'handback' | 'closed' }> | Message

/** What the log shows, line by line. `key` stays the same when what was sent becomes an entry. */
export type Row =
  | { is: 'mine'; key: string; by: string; at: number; text: string; line: Lost; lost: Lost | false }
  | { is: 'unsent'; key: string; by: string; at: number; item: Item }
  | { is: 'theirs'; key: string; by: string; at: number; message: Message; newest: boolean }
  | { is: 'note'; key: string; by: string; at: number; note: Note }

/** What nobody heard, to be said again. */
export type Lost = Extract<Entry, { kind: 'postback' }> | Message

/** The rows of a log and of what is not in it yet. Asked again, it looks only at what has come since. */
export function followRows(): (lines: readonly Line[], unsent: readonly Item[]) => readonly Row[] {
  const said = following<Said>(() => ({ rows: [], newest: undefined, silent: true, lost: [] }), read)
  return (lines, queued) => {
    const unsent = queued.filter(isShown)
    const { rows, newest } = said(lines)
    const at = newest && !unsent.length ? rows.findLastIndex(({ key }) => key === newest) : -1
    const shown = [...rows, ...unsent.map(rowOfItem)]
    const row = shown[at]
    if (row?.is === 'theirs') shown[at] = { ...row, newest: true }
    return shown
  }
}

export const rowsOf = (lines: readonly Line[], unsent: readonly Item[]): readonly Row[] =>
  followRows()(lines, unsent)

interface Said {
  rows: readonly Row[]
  /** Of what was said last: its key, if others said it; nothing was said yet. */
  newest: string | undefined
  silent: boolean
  /** The places of what nobody heard. */
  lost: readonly number[]
}

function read({ rows, newest, silent, ...before }: Said, { older, newer }: Grown): Said {
  const last = newer.findLast(isSaid) ?? (silent ? older.findLast(isSaid) : undefined)
  const theirs = last?.kind === 'message' && last.by !== 'visitor'
  const all = [...older.flatMap(rowOf), ...rows, ...newer.flatMap(rowOf)]
  const now = [...older, ...newer].flatMap(line => (line.kind === 'undelivered' ? [line.of] : []))
  const lost = [...before.lost, ...now]
  // What is said to be lost may come only now.
  for (const seq of older.length ? lost : now) lose(all, seq)
  if (!last) return { rows: all, newest, silent, lost }
  return { rows: all, newest: theirs ? String(last.seq) : undefined, silent: false, lost }
}

const isSaid = ({ kind }: Line) => kind === 'message' || kind === 'postback'

function lose(rows: Row[], seq: number): void {
  const at = rows.findLastIndex(row => row.is === 'mine' && row.line.seq === seq)
  const row = rows[at]
  if (row?.is === 'mine') rows[at] = { ...row, lost: row.line }
}

function rowOfItem(item: Item): Row {
  return { is: 'unsent', key: item.frame.id, by: 'visitor', at: item.at, item }
}

function rowOf(line: Line): Row[] {
  const { at } = line
  const key = String(line.seq)
  switch (line.kind) {
    case 'message':
      if (line.by === 'system') return [{ is: 'note', key, by: 'note', at, note: line }]
      if (line.by === 'visitor') return [mine(line, line.id ?? key, line.content.text ?? '')]
      return [{ is: 'theirs', key, by: line.name ?? line.by, at, message: line, newest: false }]
    case 'postback':
      return [mine(line, line.id, line.label)]
    case 'handover':
    case 'taken':
    case 'handback':
    case 'closed':
      return [{ is: 'note', key, by: 'note', at, note: line }]
    case 'opened':
    case 'undelivered':
    case 'rated':
    case 'other':
      return []
    default:
      return line satisfies never
  }
}

const mine = (line: Lost, key: string, text: string): Row => ({
  is: 'mine',
  key,
  by: 'visitor',
  at: line.at,
  text,
  line,
  lost: false
})

/** What a row says, as it was written. */
export function textOf(row: Row): string {
  if (row.is === 'mine') return row.text
  if (row.is === 'unsent') return row.item.text
  return (row.is === 'theirs' ? row.message.content.text : undefined) ?? ''
}

/** The messages that were answered, or are being answered: a form by a text, a rating by a press. */
export function answered(lines: readonly Line[], unsent: readonly Item[]): Set<number> {
  const inLog = lines.map(line => ('of' in line ? line.of : undefined))
  const onTheWay = unsent.map(({ frame }) => ofFrame(frame))
  return new Set([...inLog, ...onTheWay].filter(of => of !== undefined))
}

/** The same, asked again and again of a log that grows. */
export function followAnswered(): (lines: readonly Line[], unsent: readonly Item[]) => ReadonlySet<number> {
  const inLog = following<ReadonlySet<number>>(
    () => new Set(),
    (before, { older, newer }) => joined(before, answered([...older, ...newer], []))
  )
  return (lines, unsent) => joined(inLog(lines), answered([], unsent))
}

const joined = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
  other.size ? new Set([...one, ...other]) : one

function ofFrame(frame: Item['frame']): number | undefined {
  if (frame.type === 'postback') return frame.seq
  return frame.type === 'say' ? frame.of : undefined
}

const groupMs = 5 * 60_000

/** Said by the same party in one breath: shown as one group. */
export function together(one: Row | undefined, other: Row | undefined): boolean {
  return !!one && !!other && one.by === other.by && other.at - one.at < groupMs
}

export const sameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString()
