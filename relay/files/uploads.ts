import type { Content } from '#shared/content.ts'
import type { ConversationId } from '#shared/ids.ts'
import type { Attached } from '../conversation/input.ts'
import type { State } from '../conversation/state.ts'
import type { States } from '../conversation/states.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Facts, Files, Put, Uploader } from './files.ts'
import type { Keys } from './keys.ts'
import type { KindName } from './kinds/index.ts'
import { look } from './look.ts'
import type { FileRefusal } from './refusal.ts'

/** What a site allows. */
export interface FileRules {
  maxBytes: number
  kinds: readonly KindName[]
  /** When its visitors may send one. */
  visitors: 'agent' | 'always' | 'never'
  /** Takes out of a name what the site does not want to have. */
  mask?: (text: string) => string
}

/** Who sends a file: a visitor by the hash the store knows them by, or an agent. `shown`: not where a program acts. */
export type Sender =
  | { is: 'visitor'; hash: string }
  | { is: 'agent'; account: string; shown: string | undefined }

/** A file on its way in. */
interface Incoming {
  called: string
  bytes: AsyncIterable<Uint8Array>
  /** As it was announced, if it was. */
  length?: number | undefined
}

export type Uploaded = { kind: 'kept'; facts: Facts } | { kind: 'refused'; why: FileRefusal; by?: string }

export interface UploadsParts {
  files: Files
  states: States
  /** By site; those that are not there take no files. */
  rules: ReadonlyMap<string, FileRules>
  keys: Keys
  /** Does the log know this one? */
  wasSaid(id: string): Promise<boolean>
  clock: Clock
  log: Log
}

/** Files that come in, and what of them may be said. */
export interface Uploads {
  put(sender: Sender, conversation: ConversationId, incoming: Incoming): Promise<Uploaded>
  /** What this sender uploaded here a short while ago, to be handed in as said; or has said, and says once more. */
  attached(sender: Sender, conversation: ConversationId, id: string): Promise<Attached | undefined>
}

/** Well before it is removed as something that nobody said. */
const sayWithinMs = 50 * 60_000
/** Kept of one conversation, said or not, and on their way into it. */
const mostKept = 200
const mostOnTheWay = 4
const mostOnTheWayOfAll = 64

const refused = (why: FileRefusal, by?: string): Uploaded => ({
  kind: 'refused',
  why,
  ...(by !== undefined && { by })
})

const nameOf = (sender: Sender): Uploader =>
  sender.is === 'visitor' ? `visitor:${sender.hash}` : `agent:${sender.account}`

export function createUploads(parts: UploadsParts): Uploads {
  const { files, states, clock } = parts
  const crowd = createCrowd()

  async function take(sender: Sender, conversation: ConversationId, incoming: Incoming): Promise<Uploaded> {
    const { state } = await states.get(conversation)
    const rules = state.phase === 'new' ? undefined : parts.rules.get(state.site)
    const no = whyNot(sender, state, rules)
    if (no || !rules) return no ?? refused('off')
    if ((incoming.length ?? 0) > rules.maxBytes) return refused('tooLarge')
    if ((await files.list(conversation)).length >= mostKept) return refused('tooMany')
    const put = await files.put({
      about: { conversation, by: nameOf(sender), at: clock.now() },
      bytes: incoming.bytes,
      limit: rules.maxBytes,
      look: bytes => look(bytes, rules.mask?.(incoming.called) ?? incoming.called, rules.kinds)
    })
    return settle(parts, conversation, put)
  }

  return {
    async put(sender, conversation, incoming) {
      const leave = crowd.enter(conversation)
      if (!leave) return refused('tooMany')
      try {
        return await take(sender, conversation, incoming)
      } finally {
        leave()
      }
    },
    async attached(sender, conversation, id) {
      const facts = await files.find(conversation, id)
      if (facts?.by !== nameOf(sender)) return undefined
      const isLate = clock.now() - facts.at > sayWithinMs
      // Whose answer was lost may say it again however late; the log takes it once.
      if (isLate && !(await parts.wasSaid(id))) return undefined
      return { id, content: contentOf(facts, parts.keys) }
    }
  }
}

/** Whoever was erased meanwhile has no files. */
async function settle({ states, files, log }: UploadsParts, of: ConversationId, put: Put): Promise<Uploaded> {
  switch (put.kind) {
    case 'kept': {
      const { state } = await states.refresh(of)
      if (state.phase !== 'new') return put
      await files.erase(of)
      return refused('unknown')
    }
    case 'unfit':
      return refused(put.why)
    case 'brokenOff':
      return refused('brokenOff')
    case 'failed':
      log.error({ conversation: of, reason: put.reason }, 'a file was not stored')
      return refused('notStored')
    default:
      return put satisfies never
  }
}

/** Undefined where this may be. */
function whyNot(sender: Sender, state: State, rules: FileRules | undefined): Uploaded | undefined {
  if (state.phase === 'new') return refused('unknown')
  if (!rules) return refused('off')
  if (state.phase === 'closed') return refused('closed')
  const ours = state.phase === 'agent' && state.on === undefined
  if (sender.is === 'visitor') return rules.visitors === 'never' ? refused('off') : early(rules, ours)
  if (!ours) return refused('noAgent')
  return sender.shown === undefined || sender.shown === state.name
    ? undefined
    : refused('notYours', state.name)
}

const early = ({ visitors }: FileRules, withAgent: boolean): Uploaded | undefined =>
  visitors === 'always' || withAgent ? undefined : refused('noAgent')

function contentOf(
  { id, conversation, name, type, size, width, height }: Facts,
  keys: Keys
): Attached['content'] {
  const url = keys.addressOf(conversation, id)
  const file: Content = { kind: 'file', url, name, size }
  if (!type.startsWith('image/') || width === undefined || height === undefined) return file
  return { kind: 'image', url, alt: name, width, height }
}

/** Only so many at once, of one conversation and of all. */
function createCrowd() {
  const inside = new Map<ConversationId, number>()
  let all = 0
  return {
    /** How to leave again; undefined where there is no room. */
    enter(conversation: ConversationId): (() => void) | undefined {
      const here = inside.get(conversation) ?? 0
      if (here >= mostOnTheWay || all >= mostOnTheWayOfAll) return undefined
      inside.set(conversation, here + 1)
      all += 1
      return () => {
        const left = (inside.get(conversation) ?? 1) - 1
        all -= 1
        if (left > 0) inside.set(conversation, left)
        else inside.delete(conversation)
      }
    }
  }
}
