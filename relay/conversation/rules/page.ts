import { isDeepStrictEqual } from 'node:util'
import type { Page } from '#shared/wire/hello.ts'
import { type Decision, entries, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** The visitor is on another page now. A title alone changes too often to be news: a widget counts in it. */
export function page(state: State, { page: now }: InputOf<'page'>): Decision {
  if (state.phase === 'new') return refuse('unknown')
  if (state.phase === 'closed') return refuse('closed')
  return isDeepStrictEqual(place(now), place(state.page))
    ? { ok: true, entries: [] }
    : entries({ kind: 'page', page: now })
}

const place = (page: Page | undefined) => [page?.url, page?.data ?? {}]
