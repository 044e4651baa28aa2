import { createHash } from 'node:crypto'
import { paired } from '../paired.ts'

/** A minute falls into at most three of these. */
const stepMs = 30_000
const steps = [0, 1, 2]

/**
 * Ids for what has none of its own. Two that are alike share one if they come within a minute, and none from a minute
 * and a half on, so that what is honestly said again counts.
 */
export function passingIds(kind: string, parts: readonly (string | Buffer)[], at: number): string[] {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  const alike = hash.digest('base64url')
  const first = Math.floor(at / stepMs)
  return steps.map(step => `${kind}:${alike}/${first + step}`)
}

/** A message of Bot9's by its own id, wherever it is named. */
export const messageId = (conversation: string, id: string): string => `message:${paired(conversation, id)}`

/** What was said in an answer, as a webhook would say it again without an id that the answer had. */
export const echoIds = (conversation: string, text: string, at: number): string[] =>
  passingIds('echo', [conversation, text], at)
