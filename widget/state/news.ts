import type { Line, View } from '../connection/state.ts'
import { isNote, type Message, type Note } from './rows.ts'

/** What somebody else said or did. */
export type News = Message | Note

/** So many are kept to be read aloud: as many may come at once, and nobody wants to hear more of them. */
const kept = 10

/**
 * What is new while the chat is open, to be read aloud: each once, never what was there before, never one's own.
 * Asked for each state of the log in turn.
 */
export function followNews(): (view: View, open: boolean) => readonly News[] {
  let log = ''
  let upTo = 0
  let news: readonly News[] = []
  return ({ epoch, conversation, lines, head }, open) => {
    const name = `${epoch} ${conversation}`
    if (name !== log) {
      log = name
      upTo = head
      news = []
    }
    const fresh = lines.slice(lines.findLastIndex(({ seq }) => seq <= upTo) + 1)
    upTo = Math.max(upTo, lines.at(-1)?.seq ?? 0)
    const told = fresh.filter(isNews)
    if (told.length && open) news = [...news, ...told].slice(-kept)
    return news
  }
}

const isNews = (line: Line): line is News => (line.kind === 'message' ? line.by !== 'visitor' : isNote(line))
