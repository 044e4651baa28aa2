import { Component } from 'preact'
import { isAnswered } from '../../state/answered.ts'
import { placeText } from '../../state/place.ts'
import { placed } from '../../state/placed.ts'
import type { ContentProps } from '../content-props.ts'
import { Stars } from './stars.tsx'

type Props = ContentProps<'rating'>

/** A bot asks how it was. The choice is sent by its own button, so that arrow keys may wander. */
class Asked extends Component<Props, { chosen: number }> {
  override state = { chosen: -1 }

  render() {
    const { chat, content, seq } = this.props
    const { words, link, phase } = chat
    if (isAnswered(link.value, seq)) return <p class="chip done">{words.rating.thanks}</p>
    const steps = placed(content).at(-1) ?? []
    const tap = steps[this.state.chosen]
    const listens = phase.value.is === 'bot'
    return (
      <form
        class="form"
        onSubmit={event => {
          event.preventDefault()
          if (tap) chat.press(seq, tap.place, tap.action.label)
        }}
      >
        <Stars
          label={words.rating.title}
          steps={steps.map(({ action }, place) =>
            stepText(action.label, place + 1, steps.length, words.locale)
          )}
          name={`fb-${seq}`}
          chosen={this.state.chosen}
          disabled={!listens}
          onChoose={chosen => this.setState({ chosen })}
        />
        <button type="submit" class="wide" disabled={!tap || !listens}>
          {words.rating.send}
        </button>
      </form>
    )
  }
}

/** A bare number says more with the number that it is out of. */
const stepText = (label: string, at: number, of: number, locale: string) =>
  /^\d*$/.test(label) ? placeText(at, of, locale) : label

export const Rating = (props: Props) => <Asked {...props} />
