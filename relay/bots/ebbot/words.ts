import { z } from 'zod'

/** A string, or an object that has one: both are seen for all of these. ASSUMED(ebbot 4) */
const textual: readonly string[] = ['text', 'gpt', 'text_info']

const text = z.union([z.string(), z.object({ text: z.string() }).transform(value => value.text)])

/** What a message of a kind that is nothing but words says. */
export function wordsOf(type: string, value: unknown): string | undefined {
  return textual.includes(type) ? text.safeParse(value).data : undefined
}
