import type { Clock } from '../lib/clock.ts'
import type { ConsoleStore, Deed } from './store.ts'

/** Who is about to do what, from where. */
type Doing = Pick<Deed, 'who' | 'what' | 'network'> & { about?: string | undefined }

/** What became of it is told by its HTTP status. */
interface Answered {
  answer: { status: number }
}

export interface Audit {
  /** Nothing is done before it is written down; undefined when that could not be stored, and nothing was done. */
  note<Done extends Answered>(doing: Doing, run: () => Promise<Done>): Promise<Done | undefined>
}

export function createAudit(store: Pick<ConsoleStore, 'begin' | 'end'>, clock: Clock): Audit {
  return {
    async note(doing, run) {
      const id = await store.begin({ at: clock.now(), ...doing })
      if (id === undefined) return undefined
      const done = await run()
      await store.end(id, String(done.answer.status))
      return done
    }
  }
}
