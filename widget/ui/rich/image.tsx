import { Component } from 'preact'
import type { Card } from '#shared/content.ts'
import type { Chat } from '../../state/chat.ts'
import { isWithRelay, loadsByItself } from '../../state/images.ts'
import { webUrl } from '../../state/links.ts'
import { savesData } from '../../state/saving.ts'
import { Drawing } from '../icon.tsx'

type Image = NonNullable<Card['image']>

interface Props {
  chat: Chat
  image: Image
  /** What is done with the image once it is there; on a card nothing. */
  onOpen?(): void
}

const broken = (words: string) => (
  <p class="broken" dir="auto">
    <Drawing name="broken" path="M3 3l18 18M8 4h12v12M4 8v12h12M4 17l4-4 3 3" />
    <span>{words}</span>
  </p>
)

/**
 * An image from elsewhere: its server is not told which page this is, and is only asked by itself where the site allows
 * it. Its place is kept while it loads; a broken one leaves its words.
 */
export class Img extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  render() {
    const { chat, image } = this.props
    const url = webUrl(image.url)
    const alt = image.alt ?? ''
    if (!url || this.state.broken) return broken(alt || chat.words.rich.noImage)
    if (!chat.wanted.value.has(url) && !this.loads(url)) return this.asks(url)
    return this.opens(
      <img
        src={url}
        alt={alt || (this.props.onOpen ? chat.words.image : '')}
        width={image.width}
        height={image.height}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        onError={() => this.setState({ broken: true })}
      />
    )
  }

  loads(url: string): boolean {
    const { visit, site } = this.props.chat
    return !savesData() && (isWithRelay(url, visit().url) || loadsByItself(url, site.value?.imageHosts))
  }

  asks(url: string) {
    const { chat, image } = this.props
    return (
      <button
        type="button"
        class="asks"
        onClick={() => (chat.wanted.value = new Set([...chat.wanted.value, url]))}
      >
        {image.alt && <b dir="auto">{image.alt}</b>}
        <span>{chat.words.rich.show(new URL(url).hostname)}</span>
      </button>
    )
  }

  opens(picture: preact.JSX.Element) {
    const { onOpen } = this.props
    if (!onOpen) return picture
    return (
      <button type="button" class="opens" aria-haspopup="dialog" onClick={onOpen}>
        {picture}
      </button>
    )
  }
}
