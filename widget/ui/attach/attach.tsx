import { Component, createRef } from 'preact'
import { attachingIn } from '../../state/attaching.ts'
import type { Chat } from '../../state/chat.ts'
import { mayUpload } from '../../state/may-upload.ts'
import { Choose } from './choose.tsx'
import { List } from './list.tsx'
import { filesIn, isForFiles } from './moved.ts'
import { Told } from './told.tsx'

/** Stands in the composer before the field: what is attached, and the ways to attach more. */
export class Attach extends Component<{ chat: Chat }, { over: boolean }> {
  override state = { over: false }
  readonly place = createRef<HTMLDivElement>()
  readonly ears = new AbortController()

  override componentDidMount() {
    const panel = this.place.current?.closest<HTMLElement>('.panel')
    // Before anything in it hears of them: what may be taken is no more the panel's own to turn away.
    const how = { signal: this.ears.signal, capture: true }
    panel?.addEventListener('dragover', this.over, how)
    panel?.addEventListener('dragleave', this.leave, how)
    panel?.addEventListener('drop', this.drop, how)
    panel?.addEventListener('paste', this.paste, how)
  }

  override componentWillUnmount() {
    const { attaching } = this.props.chat
    this.ears.abort()
    attaching.peek()?.stop()
    attaching.value = undefined
  }

  take(event: Event, from: DataTransfer | null) {
    const { chat } = this.props
    const files = filesIn(from)
    if (!files.length) return
    event.preventDefault()
    event.stopPropagation()
    attachingIn(chat).attach(files)
  }

  over = (event: DragEvent) => {
    const { dataTransfer } = event
    if (!dataTransfer?.types.includes('Files') || !mayUpload(this.props.chat)) return
    event.preventDefault()
    event.stopPropagation()
    dataTransfer.dropEffect = 'copy'
    if (!this.state.over) this.setState({ over: true })
  }

  leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    const isInside = currentTarget instanceof Node && currentTarget.contains(relatedTarget as Node | null)
    if (this.state.over && !isInside) this.setState({ over: false })
  }

  drop = (event: DragEvent) => {
    this.setState({ over: false })
    if (mayUpload(this.props.chat)) this.take(event, event.dataTransfer)
  }

  paste = (event: ClipboardEvent) => {
    const { clipboardData } = event
    if (mayUpload(this.props.chat) && isForFiles(clipboardData)) this.take(event, clipboardData)
  }

  render() {
    const { chat } = this.props
    return (
      <div class="attach" ref={this.place}>
        <Told chat={chat} />
        <List chat={chat} />
        <Choose chat={chat} />
        {this.state.over && <p class="drop-here">{chat.words.files.drop}</p>}
      </div>
    )
  }
}
