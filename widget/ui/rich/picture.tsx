import { Component } from 'preact'
import { webUrl } from '../../state/links.ts'
import type { ContentProps } from '../content-props.ts'
import { Drawing } from '../icon.tsx'
import { Link } from '../link.tsx'
import { Img } from './image.tsx'

type Props = ContentProps<'image'>

/** Once, when it is there: a drawing between its end and the news of it must not open it again. */
function present(dialog: HTMLDialogElement | null) {
  if (!dialog) return undefined
  dialog.showModal()
  // A modal dialog that nobody sees, as its chat was closed or hidden, would still keep everybody from the page.
  const seen = new ResizeObserver(() => dialog.offsetWidth || dialog.close())
  seen.observe(dialog)
  return () => seen.disconnect()
}

/** An image, and the same image as large as the window when it is pressed. */
class Enlarging extends Component<Props, { large: boolean }> {
  override state = { large: false }

  render() {
    const { chat, content } = this.props
    return (
      <div class="picture">
        <Img chat={chat} image={content} onOpen={() => this.setState({ large: true })} />
        {this.state.large && this.enlarged(webUrl(content.url) ?? '')}
      </div>
    )
  }

  enlarged(url: string) {
    const { words } = this.props.chat
    const name = this.props.content.alt || words.image
    return (
      <dialog
        class="light"
        aria-label={name}
        ref={present}
        onClose={() => this.setState({ large: false })}
        onClick={event => event.target === event.currentTarget && event.currentTarget.close()}
        // Escape closes this, and nothing behind it.
        onKeyDown={event => event.stopPropagation()}
      >
        <form method="dialog">
          <button class="round" aria-label={words.rich.shut}>
            <Drawing name="cross" path="M6 6l12 12M18 6L6 18" />
          </button>
        </form>
        <img src={url} alt={name} referrerpolicy="no-referrer" />
        <p>
          <Link url={url}>{words.rich.original}</Link>
        </p>
      </dialog>
    )
  }
}

export const Picture = (props: Props) => <Enlarging {...props} />
