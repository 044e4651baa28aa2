import { Component, type VNode } from 'preact'
import { type Block, blocksOf } from '../state/blocks.ts'
import type { Inline } from '../state/inline.ts'
import { Link } from './link.tsx'
import { marked } from './styles/marked.ts'
import { addSheet } from './styles/sheets.ts'

addSheet(marked)

export { aloud } from '../state/plain.ts'

/** A text by its signs: nodes of a few kinds, whatever is written. It is read again only when it has become another. */
export class Marked extends Component<{ text: string }> {
  override shouldComponentUpdate({ text }: { text: string }): boolean {
    return text !== this.props.text
  }

  override render() {
    return <div class="text marked">{blocksOf(this.props.text).map(one => block(one, 'auto'))}</div>
  }
}

/** `dir`: of the outermost; all that is in a list stands as its first words are read, so that its signs are on one side. */
function block(one: Block, dir?: 'auto'): VNode {
  if (one.is === 'pre') {
    return (
      <pre dir="ltr" tabIndex={0}>
        <code>{one.text}</code>
      </pre>
    )
  }
  if (one.is === 'p') return <p dir={dir}>{one.of.map(piece)}</p>
  const items = one.items.map(item => <li>{item.map(inner => block(inner))}</li>)
  return one.from === undefined ? (
    <ul dir={dir}>{items}</ul>
  ) : (
    <ol start={one.from} dir={dir}>
      {items}
    </ol>
  )
}

function piece(one: Inline): VNode | string {
  if (typeof one === 'string') return one
  const of = one.of.map(piece)
  const { is: Tag } = one
  return one.is === 'a' ? <Link url={one.url}>{of}</Link> : <Tag>{of}</Tag>
}
