import type { ConversationId } from '#shared/ids.ts'
import type { LateSite } from '#shared/site.ts'
import type { Words } from '../words/en.ts'

/** Why a file was not taken, in the words of `words.files.why`. */
export type Unfit = keyof Words['files']['why']

/** How a file stands that is to be sent. */
export type Standing =
  /** Its turn has not come. */
  | { is: 'waiting' }
  /** How much of it has gone, from 0 to 1. */
  | { is: 'sending'; part: number }
  /** With the relay, by this id and since then, and not said yet. */
  | { is: 'ready'; id: string; at: number }
  /** On its way: it is tried again by itself, and at once by a press. */
  | { is: 'lost' }
  | { is: 'failed'; why: Unfit }

export interface AttachedFile {
  key: string
  file: File
  standing: Standing
}

/** What is attached to a conversation: nobody else finds what was not sent. */
export interface Attached {
  of: ConversationId | undefined
  files: readonly AttachedFile[]
  /** What was written when it was to be sent, before all files were there: it goes once they are. */
  wish: string | undefined
}

/** So many files may be attached at a time. */
export const most = 10

/** An upload is removed if it is not said within the hour; the relay takes it for fifty minutes. */
const freshMs = 45 * 60_000

export const isPending = ({ standing: { is } }: AttachedFile): boolean => is === 'waiting' || is === 'sending'
export const isLost = ({ standing: { is } }: AttachedFile): boolean => is === 'lost'
export const isReady = ({ standing: { is } }: AttachedFile): boolean => is === 'ready'

/** The same files, those waiting again that were lost on their way, or have been with the relay for too long. */
export const refreshed = (files: readonly AttachedFile[], now: number): readonly AttachedFile[] =>
  files.map(one =>
    isLost(one) || (one.standing.is === 'ready' && now - one.standing.at > freshMs)
      ? { ...one, standing: { is: 'waiting' } }
      : one
  )

/** What can be told of a file before it goes: the rest is told by its bytes, which the relay looks at. */
export function unfit({ size }: Pick<File, 'size'>, rules: LateSite['files']): Unfit | undefined {
  if (size === 0) return 'empty'
  return rules && size > rules.maxBytes ? 'tooLarge' : undefined
}

const refusals: Readonly<Record<string, Unfit>> = {
  forbidden: 'never',
  off: 'never',
  noAgent: 'notNow',
  closed: 'notNow',
  tooLarge: 'tooLarge',
  type: 'type',
  empty: 'empty',
  broken: 'broken',
  pixels: 'pixels',
  tooMany: 'tooFast'
}

/** What the relay's word for it means to the visitor. A newer one may know others. */
export const unfitBy = (error: string): Unfit =>
  (Object.hasOwn(refusals, error) && refusals[error]) || 'failed'

/** Why it is not with the relay, where there is something to say about it. */
export function whyOf(standing: Standing): Unfit | undefined {
  if (standing.is === 'lost') return 'failed'
  return standing.is === 'failed' ? standing.why : undefined
}

/** The same file may be taken another time. */
export const mayTryAgain = (why: Unfit | undefined): boolean =>
  why === 'notNow' || why === 'tooFast' || why === 'failed'

/** By kind, as a browser chooses among files. */
const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
  text: 'text/*'
}

/** What a browser is to offer; nothing where all of it: a newer relay may take a kind that is not known here. */
export function accepted(kinds: readonly string[]): string | undefined {
  const known = kinds.map(kind => types[kind])
  return known.every(type => type !== undefined) ? known.join() : undefined
}
