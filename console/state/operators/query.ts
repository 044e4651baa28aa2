import type { Phase, Wanted } from '../../contract.ts'

export const phases = ['bot', 'waiting', 'agent', 'closed'] as const

/** What stands in the fields of the search: days as `2026-03-09`, and nothing where nothing is asked. */
export interface Query {
  text: string
  site: string
  platform: string
  phase: Phase | ''
  from: string
  to: string
}

export const noQuery: Query = { text: '', site: '', platform: '', phase: '', from: '', to: '' }

/** Which part of the conversations an address asks for: a search, or one conversation around one of its entries. */
export type Asked = { is: 'search'; query: Query } | { is: 'talk'; id: string; at?: number }

export function askedIn(rest: string): Asked {
  const [path = '', search = ''] = rest.split('?')
  const values = new URLSearchParams(search)
  const id = decoded(path.replace(/^\//, ''))
  if (id !== '') {
    const at = Number(values.get('at') ?? Number.NaN)
    return { is: 'talk', id, ...(Number.isInteger(at) && at > 0 && { at }) }
  }
  const of = (name: keyof Query) => values.get(name) ?? ''
  const days = { from: dayIn(of('from')), to: dayIn(of('to')) }
  const phase = phases.find(one => one === of('phase')) ?? ''
  return {
    is: 'search',
    query: { text: of('text'), site: of('site'), platform: of('platform'), phase, ...days }
  }
}

/** What follows a page's name in the address. */
export function restOf(query: Query): string {
  const values = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return values === '' ? '' : `?${values}`
}

export const restOfTalk = (id: string, at?: number): string =>
  `/${encodeURIComponent(id)}${at === undefined ? '' : `?at=${at}`}`

/** As the relay wants it: a day is from its first moment to its last, where the operator is. */
export function wantedOf({ text, site, platform, phase, from, to }: Query, limit: number): Wanted {
  const first = momentOf(from, 0)
  const next = momentOf(to, 1)
  return {
    // The space at the end says that a word is whole.
    ...(text.trim() !== '' && { text: text.trimStart() }),
    ...(site !== '' && { site }),
    ...(platform !== '' && { platform }),
    ...(phase !== '' && { phase }),
    ...(first !== undefined && { from: first }),
    ...(next !== undefined && { to: next - 1 }),
    limit
  }
}

const dayIn = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : '')

/** So many days after the beginning of this one; days are not all of a length. */
function momentOf(day: string, later: number): number | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return undefined
  const at = new Date(year, month - 1, date + later).getTime()
  return at >= 0 ? at : undefined
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).slice(0, 100)
  } catch {
    return ''
  }
}
