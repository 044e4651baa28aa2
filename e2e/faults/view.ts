import type { View as WidgetView } from '../../widget/connection/state.ts'
import type { Line, View } from './records.ts'

type WidgetLine = WidgetView['lines'][number]

/** A widget's view, as much of it as can be compared with the store. */
export function viewOf({ conversation, epoch, lines }: WidgetView): View {
  return { conversation, epoch, lines: lines.map(lineOf) }
}

function lineOf(line: WidgetLine): Line {
  const { seq, at, kind } = line
  const message = line.kind === 'message' ? line : undefined
  const id = line.kind === 'message' || line.kind === 'postback' ? line.id : undefined
  const of = line.kind === 'undelivered' ? line.of : undefined
  return { seq, at, kind, by: message?.by, id, text: message?.content.text, of }
}

/** The texts that nobody heard, as far as anybody knows. */
export function undeliveredIn(lines: readonly Line[]): ReadonlySet<string> {
  const places = new Set(lines.flatMap(({ of }) => of ?? []))
  return new Set(lines.flatMap(({ seq, text }) => (places.has(seq) ? (text ?? []) : [])))
}
