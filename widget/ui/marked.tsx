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
    return <div class="text marked">{blocksOf(this.props.text).map(block)}</div>
  }
}

function block(one: Block): VNode {
  if (one.is === 'pre') {
    return (
      <pre dir="ltr" tabIndex={0}>
        <code>{one.text}</code>
      </pre>
    )
  }
  if (one.is === 'p') return <p dir="auto">{one.of.map(piece)}</p>
  const items = one.items.map(item => <li dir="auto">{item.map(block)}</li>)
  return one.from === undefined ? <ul>{items}</ul> : <ol start={one.from}>{items}</ol>
}

function piece(one: Inline): VNode | string {
  if (typeof one === 'string') return one
  const of = one.of.map(piece)
  const { is: Tag } = one
  return one.is === 'a' ? <Link url={one.url}>{of}</Link> : <Tag>{of}</Tag>
}
