import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Database } from 'libsql'
import { query } from './query.ts'

/**
 * A restored backup looks like any database. So beside it, and outside every backup, lies a mark of how far the log
 * had come; a database that is behind its own mark has gone back in time, and gets a new epoch.
 */
export interface Mark {
  epoch: string
  /** Writes the mark, if the log has grown. At most this much of a log can be lost unnoticed: what came since. */
  move(): void
}

export function openMark(db: Database, path: string): Mark {
  const file = `${path}.mark`
  const top = () => Math.max(count(db, 'SELECT max(id) AS value FROM entry'), count(db, topSql))
  const held = read(db, "SELECT value FROM meta WHERE key = 'epoch'")
  const mark = readMark(file)
  const wentBack = mark !== undefined && mark.epoch === held && mark.top > top()
  const epoch = held === undefined || wentBack ? begin(db) : held
  let marked = -1
  return {
    epoch,
    move() {
      const now = top()
      if (now !== marked && writeMark(file, { epoch, top: now })) marked = now
    }
  }
}

/** Where the log had been when an older relay erased its newest entries: it took them out of the table. */
const topSql = "SELECT value FROM meta WHERE key = 'top'"

const count = (db: Database, sql: string) => Number(read(db, sql) ?? 0)

/** In place, and too short to be torn: no second file to make and to rename each second. */
const oneSector = 256

/** False on a full disk: the mark stays behind, which notices less and breaks nothing. */
function writeMark(file: string, mark: { epoch: string; top: number }): boolean {
  try {
    const opened = openSync(file, existsSync(file) ? 'r+' : 'w')
    writeSync(opened, JSON.stringify(mark).padEnd(oneSector), 0)
    closeSync(opened)
    return true
  } catch {
    return false
  }
}

function begin(db: Database): string {
  const epoch = randomBytes(9).toString('base64url')
  db.prepare("INSERT INTO meta VALUES ('epoch', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(
    epoch
  )
  return epoch
}

const read = (db: Database, sql: string) => query<[], { value: string }>(db, sql).one()?.value

function readMark(file: string): { epoch: string; top: number } | undefined {
  try {
    const mark: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (mark === null || typeof mark !== 'object' || !('epoch' in mark) || !('top' in mark)) return undefined
    return { epoch: String(mark.epoch), top: Number(mark.top) }
  } catch {
    return undefined
  }
}
