import { Component, createRef } from 'preact'
import { accepted } from '../../state/attached.ts'
import { attachingIn } from '../../state/attaching.ts'
import type { Chat } from '../../state/chat.ts'
import { mayUpload } from '../../state/may-upload.ts'
import { Drawing } from '../icon.tsx'

const clip = 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14 7.6'

/** Opens the browser's own way of choosing. */
export class Choose extends Component<{ chat: Chat }> {
  readonly field = createRef<HTMLInputElement>()

  chosen = (event: { currentTarget: HTMLInputElement }) => {
    const { currentTarget: field } = event
    attachingIn(this.props.chat).attach([...(field.files ?? [])])
    // The same file may be chosen again.
    field.value = ''
  }

  render() {
    const { chat } = this.props
    const { words, site } = chat
    const may = mayUpload(chat)
    if (!may && !attachingIn(chat).attached.value.files.length) return null
    return (
      <>
        <input
          type="file"
          multiple
          hidden
          accept={accepted(site.value?.files?.kinds ?? [])}
          ref={this.field}
          onChange={this.chosen}
        />
        <button
          type="button"
          class="round clip"
          aria-label={words.files.attach}
          title={words.files.attach}
          disabled={!may}
          onClick={() => this.field.current?.click()}
        >
          <Drawing name="clip" path={clip} />
        </button>
      </>
    )
  }
}
