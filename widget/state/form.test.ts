import { expect, test } from 'vitest'
import type { Field } from '#shared/content.ts'
import { english } from '../words/english.ts'
import { answerText, faultsOf, textAt } from './form.ts'

test.each(['constructor', '__proto__'])(
  '[PA31] a field named %s has what was filled in, and no more',
  name => {
    const fields: Field[] = [{ kind: 'text', name, label: 'Town', minLength: 2 }]
    const filled = { [name]: 'Oslo' }
    expect(textAt({}, name)).toBe('')
    expect(textAt(filled, name)).toBe('Oslo')
    expect(textAt(faultsOf(fields, {}, english), name)).toBe(english.required)
    expect(textAt(faultsOf(fields, filled, english), name)).toBe('')
    expect([answerText(fields, {}), answerText(fields, filled)]).toEqual(['Town:', 'Town: Oslo'])
  }
)
