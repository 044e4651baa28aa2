import { dirname, join } from 'node:path'
import type { ConversationId } from '#shared/ids.ts'
import type { WidgetFiles } from './channels/widget/files.ts'
import { createVisitorDoor, type VisitorDoorParts } from './channels/widget/uploading.ts'
import type { Config } from './config.ts'
import type { States } from './conversation/states.ts'
import type { Store } from './conversation/store.ts'
import { saidFiles } from './conversation/work.ts'
import { DiskFiles } from './files/disk.ts'
import type { Files } from './files/files.ts'
import { createKeys, type Keys } from './files/keys.ts'
import { Sweeping } from './files/sweeping.ts'
import { createUploads, type Uploads } from './files/uploads.ts'
import type { FilesEdge } from './http/files.ts'
import { Buckets, type Rate } from './lib/bucket.ts'
import type { Clock } from './lib/clock.ts'
import type { Log } from './lib/log.ts'
import { fileRules } from './sites.ts'

interface RoomParts {
  config: Config
  /** The database's path: files lie beside it. */
  path: string
  store: Store
  states: States
  clock: Clock
  log: Log
}

/** All that deals with files. */
export interface FileRoom {
  files: Files
  uploads: Uploads
  keys: Keys
  sweeping: Sweeping
  /** Never rejects. */
  eraseFiles(gone: readonly ConversationId[]): Promise<void>
}

export async function openFileRoom({
  config,
  path,
  store,
  states,
  clock,
  log
}: RoomParts): Promise<FileRoom> {
  const files = await DiskFiles.open(join(dirname(path), 'files'))
  const { secret, publicUrl } = config
  const keys = createKeys({ secret, publicUrl, clock })
  const wasSaid = async (id: string) => (await store.byReceived(saidFiles, [id])) !== undefined
  const uploads = createUploads({ files, states, rules: fileRules(config), keys, wasSaid, clock, log })
  const sweeping = new Sweeping({
    files,
    wasSaid,
    async isGone(conversation) {
      const [first] = await store.read(conversation, 0, 1)
      return first?.kind === 'erased' || (await store.summary(conversation)) === undefined
    },
    clock,
    log
  })
  return { files, uploads, keys, sweeping, eraseFiles: gone => sweeping.erase(gone) }
}

/** As a visitor's widget has them. */
export const forWidget = ({ uploads, keys }: FileRoom): WidgetFiles => ({
  attached: (hash, conversation, id) => uploads.attached({ is: 'visitor', hash }, conversation, id),
  handTo: (conversation, entry) => keys.handTo(conversation, entry)
})

/** Files that one address may send. */
const uploadsAtMost: Rate = { burst: 30, perSecond: 0.5 }

interface Outside extends Omit<VisitorDoorParts, 'store'> {
  networkOf: (request: Parameters<FilesEdge['mayUpload']>[0]) => string
}

/** As the outside has them, over HTTP. */
export function edgeOf(
  { files, uploads, keys, store }: Pick<FileRoom, 'files' | 'uploads' | 'keys'> & { store: Store },
  { networkOf, ...door }: Outside
): FilesEdge {
  const sending = new Buckets(uploadsAtMost)
  return {
    files,
    uploads,
    keys,
    visitors: createVisitorDoor({ ...door, store }),
    mayUpload(request) {
      const now = door.clock.now()
      sending.sweep(now)
      return sending.take(networkOf(request), now)
    }
  }
}
