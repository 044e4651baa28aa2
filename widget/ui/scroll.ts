import type { Chat } from '../state/chat.ts'
import { later } from './later.ts'
import { nearPx, type Tended } from './tended.ts'

/** Looks after the log on the screen: whoever sees its end goes on to see it, until the part is there that does all this well. */
export function tend(log: HTMLElement, chat: Chat): Tended {
  let keeper: Tended | undefined
  let end = 0
  return {
    settle() {
      if (keeper) return keeper.settle()
      if (log.scrollTop + nearPx > end) log.scrollTop = log.scrollHeight
      end = log.scrollHeight - log.clientHeight
      // A log that is whole on the screen and that nobody goes into has nothing to keep. Where it is, is where it begins.
      if (end > 0 || chat.pointed.value !== undefined) keeper = later.now()?.keep(log, chat)
      keeper?.settle()
    },
    stop: () => keeper?.stop()
  }
}
