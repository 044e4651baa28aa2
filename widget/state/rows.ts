import type { Entry } from '#shared/entry.ts'
import type { Line } from '../connection/state.ts'
import { type Fate, type Item, isShown } from '../connection/unsent.ts'

export type { Fate, Line }
export type Message = Extract<Entry, { kind: 'message' }>
export type Note = Extract<Entry, { kind: 'handover' | 'taken' | 'handback' | 'closed' }> | Message

/** What the log shows, line by line. `key` stays the same when what was sent becomes an entry. */
export type Row =
  | { is: 'mine'; key: string; by: string; at: number; text: string; lost: Lost | false }
  | { is: 'unsent'; key: string; by: string; at: number; item: Item }
  | { is: 'theirs'; key: string; by: string; at: number; message: Message; newest: boolean }
  | { is: 'note'; key: string; by: string; at: number; note: Note }

/** What nobody heard, to be said again. */
export type Lost = Extract<Entry, { kind: 'postback' }> | Message

/** The rows of a log and of what is not in it yet. */
export function rowsOf(lines: readonly Line[], queued: readonly Item[]): readonly Row[] {
  const unsent = queued.filter(isShown)
  const last = unsent.length ? undefined : lines.findLast(isSaid)
  const lost = new Set(lines.map(line => line.kind === 'undelivered' && line.of))
  const said = lines.flatMap(line => rowOf(line, line === last, lost.has(line.seq)))
  return [...said, ...unsent.map(rowOfItem)]
}

const isSaid = ({ kind }: Line) => kind === 'message' || kind === 'postback'

function rowOfItem(item: Item): Row {
  return { is: 'unsent', key: item.frame.id, by: 'visitor', at: item.at, item }
}

function rowOf(line: Line, newest: boolean, lost: boolean): Row[] {
  const { at } = line
  const key = String(line.seq)
  if (line.kind === 'message' && (line.by === 'bot' || line.by === 'agent'))
    return [{ is: 'theirs', key, by: line.name ?? line.by, at, message: line, newest }]
  if (isOwn(line)) {
    const text = line.kind === 'postback' ? line.label : (line.content.text ?? '')
    return [{ is: 'mine', key: line.id ?? key, by: 'visitor', at, text, lost: lost && line }]
  }
  return isNote(line) ? [{ is: 'note', key, by: 'note', at, note: line }] : []
}

/** The visitor's own. */
export const isOwn = (line: Line): line is Lost =>
  line.kind === 'postback' || (line.kind === 'message' && line.by === 'visitor')

const changes = ['handover', 'taken', 'handback', 'closed']

export const isNote = (line: Line): line is Note =>
  line.kind === 'message' ? line.by === 'system' : changes.includes(line.kind)

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
