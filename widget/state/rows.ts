import type { Content } from '#shared/content.ts'
import type { Entry } from '#shared/entry.ts'
import type { Line } from '../connection/state.ts'
import { type Fate, type Item, isShown } from '../connection/unsent.ts'
import { type Phase, turnOf } from './phase.ts'

export type { Fate, Line }
export type Message = Extract<Entry, { kind: 'message' }>
export type Note = Extract<Entry, { kind: 'handover' | 'taken' | 'handback' | 'closed' }> | Message

/** What the log shows, line by line. `key` stays the same when what was sent becomes an entry. */
export type Row = { key: string; by: string; at: number } & (
  | { is: 'mine'; content: Content; line: Lost; lost: boolean }
  | { is: 'unsent'; content: Content; item: Item }
  | { is: 'theirs'; content: Content; message: Message; newest: boolean }
  | { is: 'note'; note: Note }
)

/** What nobody heard, to be said again. */
export type Lost = Extract<Entry, { kind: 'postback' }> | Message

/** What is read off a log: its rows, the last of the visitor's own, and whom they talk to, if it tells. */
interface Told {
  rows: Row[]
  own: readonly Lost[]
  phase: Phase | undefined
}

/**
 * Asked for each state of the log in turn, it only looks at what is new. Lines never change, so a first and a last one that
 * are where they were say that all between them are.
 */
export function followLog(): (lines: readonly Line[]) => Told {
  let known: readonly Line[] = []
  let told: Told
  return lines => {
    let { length } = known
    if (!length || lines[0] !== known[0] || lines[length - 1] !== known[length - 1]) {
      length = 0
      told = { rows: [], own: [], phase: undefined }
    }
    known = lines
    for (const line of lines.slice(length)) add(told, line)
    return { ...told }
  }
}

/** The rows of a log and of what is not in it yet. */
export function withUnsent({ rows }: Told, queued: readonly Item[]): readonly Row[] {
  const all = [...rows, ...queued.filter(isShown).map(rowOfItem)]
  const last = all.findLastIndex(isSaid)
  const row = all[last]
  if (row?.is === 'theirs') all[last] = { ...row, newest: true }
  return all
}

export const rowsOf = (lines: readonly Line[], queued: readonly Item[]) =>
  withUnsent(followLog()(lines), queued)

const isSaid = (row: Row) => row.is !== 'note' || row.note.kind === 'message'

const rowOfItem = (item: Item): Row => ({
  is: 'unsent',
  key: item.frame.id,
  by: 'visitor',
  at: item.at,
  content: inWords(item.text),
  item
})

const inWords = (text: string): Content => ({ kind: 'text', text })

function add(told: Told, line: Line): void {
  const { rows } = told
  const { at } = line
  const key = String(line.seq)
  told.phase = turnOf(line) ?? told.phase
  if (line.kind === 'undelivered') {
    const of = rows.findLastIndex(row => row.is === 'mine' && row.line.seq === line.of)
    const row = rows[of]
    if (row?.is === 'mine') rows[of] = { ...row, lost: true }
  } else if (line.kind === 'message' && (line.by === 'bot' || line.by === 'agent'))
    rows.push({
      is: 'theirs',
      key,
      by: line.name ?? line.by,
      at,
      content: line.content,
      message: line,
      newest: false
    })
  else if (isOwn(line)) {
    told.own = [line]
    const content = line.kind === 'postback' ? inWords(line.label) : line.content
    rows.push({ is: 'mine', key: line.id ?? key, by: 'visitor', at, content, line, lost: false })
  } else if (isNote(line)) rows.push({ is: 'note', key, by: 'note', at, note: line })
}

/** The visitor's own. */
export const isOwn = (line: Line): line is Lost =>
  line.kind === 'postback' || (line.kind === 'message' && line.by === 'visitor')

export const isNote = (line: Line): line is Note =>
  line.kind === 'message' ? line.by === 'system' : line.kind !== 'opened' && !!turnOf(line)

const groupMs = 5 * 60_000

/** Said by the same party in one breath: shown as one group. */
export function together(one: Row | undefined, other: Row | undefined): boolean {
  return !!one && !!other && one.by === other.by && other.at - one.at < groupMs
}

export const sameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString()
