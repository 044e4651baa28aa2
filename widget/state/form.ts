import type { Field } from '#shared/content.ts'
import type { Words } from '../words/en.ts'

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with an answer, in words; nothing when it will do. A field without a least length may stay empty. */
export function faultOf(field: Field, answer: string, { form }: Words): string | undefined {
  const { minLength = 0, maxLength = Infinity, kind } = field
  const length = answer.trim().length
  if (length === 0) return minLength > 0 ? form.required : undefined
  if (length < minLength) return form.short(minLength)
  if (length > maxLength) return form.long(maxLength)
  return kind === 'email' && !emailShape.test(answer.trim()) ? form.email : undefined
}

/** The text that goes to the bot: a line a field. */
export function answerText(fields: readonly Field[], answers: Readonly<Record<string, string>>): string {
  return fields.map(({ label, name }) => `${label}: ${(answers[name] ?? '').trim()}`.trim()).join('\n')
}
