import type { LateSite } from '#shared/site.ts'
import type { Unfit } from '../../state/attached.ts'
import { sizeText } from '../../state/size.ts'
import type { Words } from '../../words/en.ts'

/** Several as one enumerates them. */
export const listed = (names: readonly string[], { locale }: Words): string =>
  new Intl.ListFormat(locale).format(names)

/** Kinds as people call them. */
const called = (kind: string): string => (kind === 'text' ? 'TXT' : kind.toUpperCase())

/** Why a file was not taken, with what is taken. */
export function whyText(words: Words, why: Unfit, rules: LateSite['files']): string {
  const says = words.files.why
  if (why === 'type') return says.type(listed((rules?.kinds ?? []).map(called), words))
  if (why === 'tooLarge') return says.tooLarge(sizeText(rules?.maxBytes ?? 0, words.locale))
  return says[why]
}
