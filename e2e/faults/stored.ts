import Database from 'libsql'
import { z } from 'zod'
import { type Line, placeOf, type Stored } from './records.ts'

const entryRow = z.object({ conversation: z.string(), seq: z.int(), body: z.string() })
const deliveryRow = z.object({
  state: z.int(),
  destination: z.string(),
  conversation: z.string(),
  seq: z.int(),
  reason: z.string().nullable()
})
const addressRow = z.object({ destination: z.string(), address: z.string(), conversation: z.string() })
const body = z.object({
  at: z.int(),
  kind: z.string(),
  by: z.string().optional(),
  id: z.string().optional(),
  of: z.int().optional(),
  content: z.object({ text: z.string().optional() }).optional()
})

/** The final logs, straight from the file: the relay has no say in this. */
export const readStored = (path: string): Stored =>
  withFile(path, db => {
    const rows = z
      .array(entryRow)
      .parse(
        db
          .prepare("SELECT conversation, seq, body FROM entry WHERE body <> '' ORDER BY conversation, seq")
          .all()
      )
    const deliveries = z
      .array(deliveryRow)
      .parse(db.prepare('SELECT state, destination, conversation, seq, reason FROM delivery').all())
    const addresses = z
      .array(addressRow)
      .parse(db.prepare('SELECT destination, address, conversation FROM address').all())
    return {
      logs: group(rows),
      addresses: new Map(addresses.map(one => [placeOf(one.destination, one.address), one.conversation])),
      owed: deliveries.filter(({ state }) => state === 0).length,
      dead: deliveries.filter(({ state }) => state === 2)
    }
  })

/** Does the relay still have to call anybody? */
export const isOwing = (path: string): boolean =>
  withFile(path, db => db.prepare('SELECT 1 FROM delivery WHERE state = 0 LIMIT 1').all().length > 0)

function withFile<Result>(path: string, read: (db: Database.Database) => Result): Result {
  const db = new Database(path, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

function group(rows: readonly z.infer<typeof entryRow>[]): Map<string, Line[]> {
  const logs = new Map<string, Line[]>()
  for (const { conversation, seq, body: text } of rows) {
    const log = logs.get(conversation) ?? []
    logs.set(conversation, log)
    const { at, kind, by, id, of, content } = body.parse(JSON.parse(text))
    log.push({ seq, at, kind, by, id, text: content?.text, of: kind === 'undelivered' ? of : undefined })
  }
  return logs
}
