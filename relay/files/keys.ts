import { createHmac } from 'node:crypto'
import type { Entry as ShownEntry } from '#shared/entry.ts'
import type { ConversationId } from '#shared/ids.ts'
import type { Clock } from '../lib/clock.ts'
import { sameSecret } from '../lib/secret.ts'

interface KeysParts {
  secret: string
  /** Where the outside reaches this relay. */
  publicUrl: string
  clock: Pick<Clock, 'now'>
}

/** Where files are, and what opens them for a visitor, whose pictures are asked for without a word of who they are. */
export interface Keys {
  /** As it stands in the log: it opens nothing by itself. */
  addressOf(conversation: ConversationId, id: string): string
  opens(conversation: string, id: string, key: string): boolean
  /** An entry for the conversation's own visitor: an address of a file of theirs has its key. */
  handTo(conversation: ConversationId, entry: ShownEntry): ShownEntry
}

const dayMs = 86_400_000
const days = 7

export function createKeys({ secret, publicUrl, clock }: KeysParts): Keys {
  const folderOf = (conversation: string) => `${publicUrl}/files/${encodeURIComponent(conversation)}/`
  const today = () => Math.floor(clock.now() / dayMs)
  // No token that is hashed with this secret, and no preview, begins with a bracket and these words.
  const signed = (conversation: string, id: string, end: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['file', conversation, id, end]))
      .digest('base64url')

  /** The same all day, so that a picture is where it was. */
  function keyOf(conversation: string, id: string): string {
    const end = (today() + days).toString(36)
    return `${end}.${signed(conversation, id, end)}`
  }

  /** Another conversation's is left as it is, whoever wrote the address. */
  function withKey(conversation: ConversationId, url: string): string {
    const folder = folderOf(conversation)
    const id = url.startsWith(folder) ? url.slice(folder.length) : ''
    return /^[\w-]{1,64}$/.test(id) ? `${url}?key=${keyOf(conversation, id)}` : url
  }

  return {
    addressOf: (conversation, id) => folderOf(conversation) + id,
    opens(conversation, id, key) {
      const [, end = '', given = ''] = /^([0-9a-z]{1,6})\.([\w-]{43})$/.exec(key) ?? []
      const last = Number.parseInt(end, 36)
      const ours = sameSecret(given, signed(conversation, id, end))
      return ours && today() <= last && last <= today() + days
    },
    handTo(conversation, entry) {
      if (entry.kind !== 'message') return entry
      const { content } = entry
      if (content.kind !== 'image' && content.kind !== 'file') return entry
      return { ...entry, content: { ...content, url: withKey(conversation, content.url) } }
    }
  }
}
