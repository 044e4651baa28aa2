import type { ReadonlySignal } from '@preact/signals-core'
import type { VNode } from 'preact'
import type { Given } from '../state/desk.ts'
import { words } from '../words/en.ts'

/** What draws the operators' pages, the way to them and their keys: a part of its own, which only operators load. */
export type PagesPart =
  | { is: 'coming' }
  | { is: 'failed'; reload(): void }
  | { is: 'there'; draw(): VNode; nav(): VNode; keys(): VNode }

/** What all is drawn from. */
export interface Shown extends Given {
  pages: ReadonlySignal<PagesPart>
}

export function Page({ part }: { part: PagesPart }) {
  switch (part.is) {
    case 'coming':
      return <p class="loading">{words.loading}</p>
    case 'failed':
      return (
        <p class="loading" role="alert">
          {words.pageFailed}{' '}
          <button type="button" onClick={() => part.reload()}>
            {words.lists.retry}
          </button>
        </p>
      )
    case 'there':
      return part.draw()
    default:
      return part satisfies never
  }
}
