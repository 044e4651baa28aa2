import { answer, each, type Field, field } from './contract.ts'

/** A filled form as the words a person would say it in: a line for each answer that was given. */
export function filledForm(fields: readonly unknown[] | undefined): string {
  const lines = each(field, fields).flatMap(one => {
    const said = answersOf(one).filter(text => text !== '')
    if (said.length === 0) return []
    return [one.label ? `${one.label}: ${said.join(', ')}` : said.join(', ')]
  })
  return lines.join('\n')
}

function answersOf({ answer: single, value, answers }: Field): string[] {
  const given = single ?? value
  const all = given === undefined ? each(answer, answers) : [given]
  return all.map(one => (typeof one === 'string' ? one : (one.label ?? '')).trim())
}
