import type { Line, State, View } from '../connection/state.ts'
import { find, type Unsent } from '../connection/unsent.ts'
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
  let shown: State | undefined

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

  function tell(state: State): void {
    shown = state
    show(state)
  }

  function hear(state: State): void {
    newest = state
    const { view } = state
    if (!hooks().length && !seen.size) return tell(state)
    const log = nameOf(state)
    const looked = view.lines.map(line => look(line, `${log} ${line.seq}`))
    const start = shown && nameOf(shown) === log ? startOf(view, looked, shown.view) : 0
    const end = looked.indexOf(undefined, start)
    const lines = looked.slice(start, end < 0 ? undefined : end).filter(line => line !== undefined)
    const held = end < 0 ? [] : view.lines.slice(end)
    // As long as older lines are not all looked at, what is known begins where it did.
    const { from, base } = (start && shown?.view) || view
    tell({
      ...state,
      unsent: [...stay(held, state, shown), ...state.unsent],
      view: { ...view, lines, from, base }
    })
  }

  return hear
}

const nameOf = ({ view }: State) => `${view.epoch} ${view.conversation}`

/** Where what is shown begins: what was on the screen stays there, however long older lines are looked at. */
function startOf({ lines }: View, looked: readonly (Line | undefined)[], shown: View): number {
  const at = lines.findIndex(({ seq }) => seq === shown.lines[0]?.seq)
  return at > 0 && looked.slice(0, at).includes(undefined) ? at : 0
}

/** What the visitor said is still shown as theirs while its line is held back. */
function stay(held: readonly Line[], { unsent }: State, shown: State | undefined): Unsent {
  return held.flatMap(line => {
    const id = 'id' in line ? line.id : undefined
    const item = id && !find(unsent, id) ? find(shown?.unsent ?? [], id) : undefined
    return item ? [{ ...item, fate: { is: 'sent', seq: line.seq } as const }] : []
  })
}

function rewritten(line: Line, text: string | undefined): Line {
  if (text === undefined) return { kind: 'other', seq: line.seq, at: line.at }
  return line.kind === 'message' && text !== (line.content.text ?? '')
    ? { ...line, content: { ...line.content, text } }
    : line
}
