import Database from 'libsql'
import { z } from 'zod'
import type { Line, Stored } from './records.ts'

const entryRow = z.object({ conversation: z.string(), seq: z.int(), body: z.string() })
const deliveryRow = z.object({ state: z.int() })
const body = z.object({
  at: z.int(),
  kind: z.string(),
  by: z.string().optional(),
  id: z.string().optional(),
  content: z.object({ text: z.string().optional() }).optional()
})

/** The final logs, straight from the file: the relay has no say in this. */
export function readStored(path: string): Stored {
  const db = new Database(path, { readonly: true })
  try {
    const rows = z
      .array(entryRow)
      .parse(db.prepare('SELECT conversation, seq, body FROM entry ORDER BY conversation, seq').all())
    const states = z.array(deliveryRow).parse(db.prepare('SELECT state FROM delivery').all())
    return {
      logs: group(rows),
      owed: states.filter(({ state }) => state === 0).length,
      dead: states.filter(({ state }) => state === 2).length
    }
  } finally {
    db.close()
  }
}

function group(rows: readonly z.infer<typeof entryRow>[]): Map<string, Line[]> {
  const logs = new Map<string, Line[]>()
  for (const { conversation, seq, body: text } of rows) {
    const log = logs.get(conversation) ?? []
    logs.set(conversation, log)
    const { at, kind, by, id, content } = body.parse(JSON.parse(text))
    log.push({ seq, at, kind, by, id, text: content?.text })
  }
  return logs
}
