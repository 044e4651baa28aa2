import type { Content } from '#shared/content.ts'
import type { InputOf } from './input.ts'

/** What a visitor or an agent says, as the log has it. */
export function contentOf({ text, file }: InputOf<'said'>): Content {
  if (!file) return { kind: 'text', text }
  return text === '' ? file.content : { ...file.content, text }
}
