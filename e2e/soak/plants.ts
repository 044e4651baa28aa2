import type { Replacement } from '../planting.ts'
import type { Findings } from './compare.ts'
import type { Mishap } from './plan.ts'

/** A fault that the soak must find, put into the widget's source for one build; the source itself has no switches. */
export interface Plant {
  name: string
  /** In words: what is wrong with such a widget. */
  what: string
  replacements: readonly Replacement[]
  /** At least one of these must be counted. */
  shows: readonly (keyof Findings)[]
  /** What must happen to it for it to show; anything, if it is not said. */
  under?: Mishap
}

export const plants: readonly Plant[] = [
  {
    name: 'forgets-one',
    what: 'of what was not sent, the first is not found again by the next page',
    replacements: [
      {
        file: 'widget/storage.ts',
        find: '.sort((one, other) => one.at - other.at)',
        replace: '.sort((one, other) => one.at - other.at).slice(1)'
      }
    ],
    shows: ['lost'],
    under: 'replace'
  },
  {
    name: 'lets-go-early',
    what: 'what was sent is let go before it was acknowledged',
    replacements: [
      {
        file: 'widget/connection/outgoing.ts',
        find: `return step({ ...state, flying: next.frame.id }, send(next.frame), timer('ack'), timer('pong'))`,
        replace: `const { id } = next.frame
  const unsent = without(state.unsent, id)
  return step({ ...state, flying: id, unsent }, { do: 'drop', id }, send(next.frame), timer('ack'), timer('pong'))`
      }
    ],
    shows: ['lost'],
    under: 'cut'
  },
  {
    name: 'another-id',
    what: 'what was not acknowledged is said again with another id',
    replacements: [
      {
        file: 'widget/connection/unsent.ts',
        find: 'foreign ? uproot(item) : [item]',
        replace: `foreign
      ? uproot(item)
      : [{ ...item, frame: { ...item.frame, id: [...item.frame.id].reverse().join('') } }]`
      }
    ],
    shows: ['doubled'],
    under: 'cut'
  },
  {
    name: 'newest-first',
    what: 'what waits is sent from its end',
    replacements: [
      {
        file: 'widget/connection/outgoing.ts',
        find: 'unsent: [...state.unsent, item] }',
        replace: 'unsent: [item, ...state.unsent] }'
      }
    ],
    shows: ['reordered'],
    under: 'offline'
  }
]
