import { setImmediate } from 'node:timers/promises'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Entry, Named } from '../../conversation/entry.ts'
import { fold, unknownYet } from '../../conversation/state.ts'
import type { Store } from '../../conversation/store.ts'
import type { Facts, Files } from '../../files/files.ts'

/** All that is kept of one visitor. */
export interface About {
  /** ms since 1970 */
  exportedAt: number
  named: Named
  /** The oldest first. */
  conversations: readonly Told[]
}
interface Told {
  id: ConversationId
  site: string
  /** How far the visitor has read. */
  seen: Seq
  /** What others call this conversation. */
  addresses: readonly { destination: DestinationId; address: string }[]
  entries: readonly Entry[]
  /** What lies beside the log; the bytes are where the entries say. */
  files: readonly Facts[]
}

type Log = Pick<Store, 'read' | 'had' | 'visitorOf' | 'seen' | 'address'>
interface Kept {
  store: Log
  files: Pick<Files, 'list'>
}

const pageSize = 500
const conversationsAtMost = 100_000

/** Reads all that there is of whoever had this conversation. Messages come first: it is read in pages. */
export async function gather(kept: Kept, of: ConversationId, exportedAt: number): Promise<About> {
  const { store } = kept
  const hash = await store.visitorOf(of)
  const had = hash === undefined ? [] : await store.had(hash, conversationsAtMost)
  const ids = hash === undefined ? [of] : had.map(({ id }) => id).toReversed()
  const conversations: Told[] = []
  for (const id of ids) conversations.push(await tellOf(kept, id))
  const named = conversations.map(({ entries }) => namedIn(entries))
  return { exportedAt, named: Object.assign({}, ...named), conversations }
}

async function tellOf({ store, files }: Kept, id: ConversationId): Promise<Told> {
  const entries = await readAll(store, id)
  const [first] = entries
  const told = first?.kind === 'opened' ? first : undefined
  const destinations = told ? [told.bot, ...(told.channel === undefined ? [] : [told.channel])] : []
  const addresses = await Promise.all(
    destinations.map(async destination => ({ destination, address: await store.address(destination, id) }))
  )
  return {
    id,
    site: told?.site ?? '',
    seen: await store.seen(id),
    addresses: addresses.flatMap(({ destination, address }) =>
      address === undefined ? [] : [{ destination, address }]
    ),
    entries,
    files: await files.list(id)
  }
}

async function readAll(store: Log, id: ConversationId): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (;;) {
    const page = await store.read(id, entries.at(-1)?.seq ?? 0, pageSize)
    entries.push(...page)
    if (page.length < pageSize) return entries
    await setImmediate()
  }
}

function namedIn(entries: readonly Entry[]): Named {
  const { state } = fold(unknownYet, entries)
  return state.phase === 'new' ? {} : (state.named ?? {})
}
