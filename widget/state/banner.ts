import type { State } from '../connection/state.ts'
import type { Words } from '../words/en.ts'

/** What there is to say about the connection, if anything. */
export function bannerOf({ link, attempt, view }: State, words: Words): string | undefined {
  switch (link.is) {
    case 'live':
      return undefined
    case 'stopped':
      return link.why === 'version' || link.why === 'site' ? words.stopped[link.why] : words.stopped.other
    case 'idle':
    case 'opening':
    case 'greeting':
    case 'waiting':
      if (attempt > 1) return words.offline
      return attempt > 0 || !view.conversation ? words.connecting : undefined
    default:
      return link satisfies never
  }
}
