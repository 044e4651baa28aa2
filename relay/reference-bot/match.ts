import { start } from '../bots/ingenious/contract.ts'
import type { Script } from './script.ts'

/** Only short texts ask for a passage: a story that has "person" in it is a story. */
const longest = 4

/** The passage a text asks for. */
export function passageFor(script: Script, text: string): string {
  const said: readonly string[] = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (said.length > longest) return script.fallback
  return script.words.find(({ any }) => any.some(word => said.includes(word)))?.go ?? script.fallback
}

/** The passage a postback asks for; undefined for a payload this bot never gave. */
export function passageOf(script: Script, payload: unknown): string | undefined {
  const read = start.safeParse(payload)
  if (!read.success) return undefined
  if ('restart' in read.data) return script.start
  const { entryPoints, passages } = script
  if ('entryPoint' in read.data) return own(entryPoints, read.data.entryPoint)
  const { passageId } = read.data.nextPassage
  return own(passages, passageId) && passageId
}

const own = <Value>(record: Record<string, Value>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
