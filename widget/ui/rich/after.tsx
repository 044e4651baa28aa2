import { Component } from 'preact'
import type { Chat } from '../../state/chat.ts'
import { isRated } from '../../state/rated.ts'
import { Stars } from './stars.tsx'

/** How was it? Five steps, and words for who has some. */
export class AfterChat extends Component<{ chat: Chat }, { score: number; text: string }> {
  override state = { score: -1, text: '' }

  render() {
    const { chat } = this.props
    const { words } = chat
    const { score, text } = this.state
    const { view, unsent } = chat.link.value
    if (isRated(view.lines, unsent)) {
      return (
        <p class="thanks" role="status">
          {words.rating.thanks}
        </p>
      )
    }
    const { one, two, three, four, five } = words.rating.steps
    return (
      <form
        class="after"
        onSubmit={event => {
          event.preventDefault()
          if (score >= 0) chat.queue({ type: 'rate', score: score + 1, text: text.trim() || undefined })
        }}
      >
        <p class="name">{words.rating.title}</p>
        <Stars
          label={words.rating.title}
          steps={[one, two, three, four, five]}
          name="fb-after"
          chosen={score}
          onChoose={chosen => this.setState({ score: chosen })}
        />
        {score >= 0 && (
          <>
            <textarea
              class="more-words"
              rows={2}
              dir={text ? 'auto' : undefined}
              maxLength={1_000}
              aria-label={words.rating.text}
              placeholder={words.rating.text}
              value={text}
              onInput={event => this.setState({ text: event.currentTarget.value })}
            />
            <button type="submit" class="wide">
              {words.rating.send}
            </button>
          </>
        )}
      </form>
    )
  }
}
