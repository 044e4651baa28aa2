import type { Chat } from '../state/chat.ts'
import { later } from './later.ts'

/** As near to the end as this counts as being there, px. */
export const nearPx = 40

export interface Tended {
  /** After each drawing: what is seen stays where it is. */
  settle(): void
  stop(): void
}

/** Looks after the log on the screen: whoever sees its end goes on to see it, until the part is there that does all this well. */
export function tend(log: HTMLElement, chat: Chat): Tended {
  let keeper: Tended | undefined
  let end = 0
  return {
    settle() {
      keeper ??= later.now()?.keep(log, chat)
      if (keeper) return keeper.settle()
      if (log.scrollTop + log.clientHeight > end - nearPx) log.scrollTop = log.scrollHeight
      end = log.scrollHeight
    },
    stop: () => keeper?.stop()
  }
}
