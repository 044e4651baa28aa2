import { Component } from 'preact'
import { rangeOf } from '../../state/operators/range.ts'
import { operatorWords } from '../../words/operators.ts'
import { Dialog } from '../dialog.tsx'
import { written } from '../fields.ts'
import { Question } from '../question.tsx'
import type { PageGiven } from './given.ts'
import { NewSecret, Rotate } from './rotate-sheet.tsx'

const says = operatorWords.subscriptions

/** What is asked about a subscription, if anything is. */
export function SubscriptionSheet(props: PageGiven) {
  const sheet = props.desk.sheet.value
  switch (sheet?.is) {
    case 'disable':
      return <Disable {...props} id={sheet.subscription} />
    case 'replay':
      return <Replay {...props} id={sheet.subscription} />
    case 'rotate':
      return <Rotate {...props} id={sheet.subscription} />
    case 'secret':
      return <NewSecret {...props} {...sheet} />
    default:
      return null
  }
}

type About = PageGiven & { id: string }

function Disable({ deeds, operators, id }: About) {
  const { title, text, yes } = says.disableSheet
  return (
    <Question
      title={title(id)}
      text={text}
      no={says.cancel}
      yes={yes}
      leave={() => deeds.ask(undefined)}
      act={() => operators.disable(id)}
    />
  )
}

class Replay extends Component<About, { isWrong: boolean }> {
  override state = { isWrong: false }
  readonly #leave = () => this.props.deeds.ask(undefined)

  readonly #submit = (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    const of = (name: string) => written(form, name)
    const range = rangeOf({ conversation: of('conversation'), from: of('from'), to: of('to') })
    this.setState({ isWrong: !range })
    if (!range) return
    this.#leave()
    this.props.operators.replay(this.props.id, range)
  }

  override render({ id }: About) {
    const { title, text, conversation, or, from, to, wrong, yes } = says.replaySheet
    return (
      <Dialog title={title(id)} close={this.#leave}>
        <form onSubmit={this.#submit} noValidate>
          <p>{text}</p>
          <label>
            <span>{conversation}</span>
            <input name="conversation" autoComplete="off" spellcheck={false} autofocus />
          </label>
          <p class="hint">{or}</p>
          <label>
            <span>{from}</span>
            <input type="datetime-local" name="from" />
          </label>
          <label>
            <span>{to}</span>
            <input type="datetime-local" name="to" />
          </label>
          <div role="alert">{this.state.isWrong && <p class="wrong">{wrong}</p>}</div>
          <div class="ends">
            <button type="button" onClick={this.#leave}>
              {says.cancel}
            </button>
            <button type="submit" class="main">
              {yes}
            </button>
          </div>
        </form>
      </Dialog>
    )
  }
}
