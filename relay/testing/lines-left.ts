import { join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'
import type { ConversationId } from '#shared/ids.ts'

/** How much of a log still lies in the store of a folder, in reach or not. */
export function linesLeft(folder: string, conversation: ConversationId): number {
  const db = new Database(join(folder, 'log.db'))
  const row: unknown = db
    .prepare('SELECT count(*) AS many FROM entry WHERE conversation = ?')
    .get([conversation])
  db.close()
  return z.object({ many: z.number() }).parse(row).many
}
