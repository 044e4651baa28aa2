import { Component, createRef } from 'preact'
import type { Sheet } from '../../state/desk.ts'
import { momentOf } from '../../state/time.ts'
import { operatorWords } from '../../words/operators.ts'
import { Dialog } from '../dialog.tsx'
import { written } from '../fields.ts'
import type { PageGiven } from './given.ts'

const says = operatorWords.subscriptions
const usualSeconds = 86_400

type About = PageGiven & { id: string }

/** Asks before a secret is replaced, and for how long the old one is still good. */
export function Rotate({ deeds, operators, id }: About) {
  const { title, text, overlap, overlaps, yes } = says.rotateSheet
  const leave = () => deeds.ask(undefined)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const seconds = Number(written(event.currentTarget, 'overlap'))
    leave()
    operators.rotate(id, seconds)
  }
  return (
    <Dialog title={title(id)} close={leave}>
      <form onSubmit={submit}>
        <p>{text}</p>
        <label>
          <span>{overlap}</span>
          <select name="overlap">
            {overlaps.map(({ seconds, name }) => (
              <option key={seconds} value={seconds} selected={seconds === usualSeconds}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div class="ends">
          <button type="button" onClick={leave} autofocus>
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

type NewSecretProps = PageGiven & Extract<Sheet, { is: 'secret' }>

/** A new secret, for the one time that it is told: it is gone with this sheet. */
export class NewSecret extends Component<NewSecretProps, { copy?: 'done' | 'failed' }> {
  override state: { copy?: 'done' | 'failed' } = {}
  readonly #field = createRef<HTMLTextAreaElement>()

  readonly #copy = () => {
    this.#field.current?.select()
    // A page that is not reached by https has no clipboard.
    const copying = navigator.clipboard?.writeText(this.props.rotated.secret) ?? Promise.reject()
    copying.then(
      () => this.setState({ copy: 'done' }),
      () => this.setState({ copy: 'failed' })
    )
  }

  override render({ deeds, subscription, rotated: { secret, oldUntil }, overlapSeconds }: NewSecretProps) {
    const { title, text, label, copy, copied, select, until, gone, done } = says.secretSheet
    const leave = () => deeds.ask(undefined)
    const said = { done: copied, failed: select }
    return (
      <Dialog title={title(subscription)} close={leave} stays>
        <p>{text}</p>
        <label>
          <span>{label}</span>
          <textarea
            ref={this.#field}
            class="secret"
            rows={2}
            value={secret}
            readOnly
            spellcheck={false}
            autoComplete="off"
            onFocus={event => event.currentTarget.select()}
          />
        </label>
        <p class="hint">{overlapSeconds > 0 ? until(momentOf(oldUntil)) : gone}</p>
        <div role="status">{this.state.copy && <p>{said[this.state.copy]}</p>}</div>
        <div class="ends">
          <button type="button" class="main" onClick={this.#copy} autofocus>
            {copy}
          </button>
          <button type="button" onClick={leave}>
            {done}
          </button>
        </div>
      </Dialog>
    )
  }
}
