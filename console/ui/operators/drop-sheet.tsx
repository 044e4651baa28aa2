import { operatorWords } from '../../words/operators.ts'
import { Dialog } from '../dialog.tsx'
import { written } from '../fields.ts'
import type { PageGiven } from './given.ts'

const says = operatorWords.letters.sheet

/** What cannot be taken back is asked about first, and needs a reason. */
export function DropSheet({ desk, deeds, operators }: PageGiven) {
  const sheet = desk.sheet.value
  if (sheet?.is !== 'drop') return null
  const leave = () => deeds.ask(undefined)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const reason = written(event.currentTarget, 'reason').trim()
    if (reason === '') return
    leave()
    operators.drop(sheet.letters, reason)
  }
  return (
    <Dialog title={says.title(sheet.letters.length)} close={leave}>
      <form onSubmit={submit}>
        <p id="drop-text">{says.text}</p>
        <label>
          <span>{says.reason}</span>
          <input
            name="reason"
            required
            maxLength={500}
            aria-describedby="drop-text"
            autoComplete="off"
            autofocus
          />
        </label>
        <div class="ends">
          <button type="button" onClick={leave}>
            {says.cancel}
          </button>
          <button type="submit" class="danger">
            {says.yes}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
