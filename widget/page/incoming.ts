import type { Line, State } from '../connection/state.ts'
import { askHooks, type Hook } from './hooks.ts'
import { messageOf } from './message.ts'

type Show = (state: State) => void

/**
 * What the other side says goes past the page's hooks before it is on the screen. A line that is being looked at holds
 * back what stands after it, so the order stays; a dropped one keeps its place and shows nothing.
 */
export function createIncoming(hooks: () => readonly Hook[], show: Show): Show {
  const seen = new Map<string, Line | 'asked'>()
  let newest: State | undefined

  function look(line: Line, key: string): Line | undefined {
    const known = seen.get(key)
    if (known) return known === 'asked' ? undefined : known
    const message = messageOf(line)
    if (!message || message.from === 'visitor') return line
    seen.set(key, 'asked')
    void askHooks(hooks(), message).then(text => {
      seen.set(key, rewritten(line, text))
      if (newest) hear(newest)
    })
    return undefined
  }

  function hear(state: State): void {
    newest = state
    const { view } = state
    if (!hooks().length && !seen.size) return show(state)
    const lines: Line[] = []
    for (const line of view.lines) {
      const looked = look(line, `${view.epoch} ${view.conversation} ${line.seq}`)
      if (!looked) break
      lines.push(looked)
    }
    show({ ...state, view: { ...view, lines } })
  }

  return hear
}

function rewritten(line: Line, text: string | undefined): Line {
  if (text === undefined) return { kind: 'other', seq: line.seq, at: line.at }
  return line.kind === 'message' && text !== (line.content.text ?? '')
    ? { ...line, content: { ...line.content, text } }
    : line
}
