import type { Field } from '#shared/content.ts'
import type { Words } from '../words/en.ts'

/** By the name of the field. */
export type Texts = Readonly<Record<string, string>>

/** A form that is being filled in. */
export interface Filled {
  answers: Texts
  /** What was wrong when it was last submitted. */
  faults: Texts
}
export const blank: Filled = { answers: {}, faults: {} }

/** A field may be named like something that every object has. */
export const textAt = (texts: Texts, name: string) => (Object.hasOwn(texts, name) && texts[name]) || ''

/** The forms of a conversation that are being filled in, by their place: nobody else finds what was not sent. */
export interface Forms {
  of: string | undefined
  filled: Readonly<Record<number, Filled>>
}

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/**
 * What is wrong with an answer, in words; nothing when it will do. A field without a least length may stay empty; none
 * takes more than its greatest.
 */
function faultOf({ minLength = 0, kind }: Field, answer: string, words: Words): string {
  const length = answer.trim().length
  if (!length) return minLength > 0 ? words.required : ''
  if (length < minLength) return words.short(minLength)
  return kind === 'email' && !emailShape.test(answer.trim()) ? words.email : ''
}

export function faultsOf(fields: readonly Field[], answers: Texts, words: Words): Texts {
  return Object.fromEntries(
    fields.map(field => [field.name, faultOf(field, textAt(answers, field.name), words)])
  )
}

/** The text that goes to the bot: a line a field. */
export function answerText(fields: readonly Field[], answers: Texts): string {
  return fields.map(({ label, name }) => `${label}: ${textAt(answers, name).trim()}`.trim()).join('\n')
}
