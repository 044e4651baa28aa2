import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Store } from '../conversation/store.ts'
import { isSpoken, type Line, lineOf } from './message.ts'

const pageSize = 200

/** Everything that was said, in order; of more than `room` bytes the newest, and how many were left out. */
export interface Transcript {
  lines: readonly Line[]
  omitted: number
}

export async function readTranscript(
  log: Pick<Store, 'read'>,
  conversation: ConversationId,
  upTo: Seq,
  room: number
): Promise<Transcript> {
  const kept: { line: Line; bytes: number }[] = []
  let bytes = 0
  let omitted = 0
  for (let after = 0; after < upTo; ) {
    const page = await log.read(conversation, after, Math.min(pageSize, upTo - after))
    if (page.length === 0) break
    after += page.length
    for (const entry of page.filter(isSpoken)) {
      const line = lineOf(entry, conversation, room / 2)
      kept.push({ line, bytes: Buffer.byteLength(JSON.stringify(line)) + 1 })
      bytes += kept.at(-1)?.bytes ?? 0
    }
    const [over, freed] = tooMany(kept, bytes - room)
    kept.splice(0, over)
    bytes -= freed
    omitted += over
  }
  return { lines: kept.map(({ line }) => line), omitted }
}

/** How many of the oldest must go to free so many bytes, and what that frees. */
function tooMany(kept: readonly { bytes: number }[], excess: number): [count: number, freed: number] {
  let count = 0
  let freed = 0
  while (freed < excess) {
    freed += kept[count]?.bytes ?? excess
    count += 1
  }
  return [count, freed]
}
