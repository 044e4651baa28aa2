import type { Canned, Summary } from '../contract.ts'
import type { Desk, Given } from '../state/desk.ts'
import { hasToSend, type Talk } from '../state/talk.ts'
import { addressed, askedFor, cannedFor, fillIn, nameOf } from '../state/text.ts'
import { whyNot } from '../state/turn.ts'
import { words } from '../words/en.ts'
import { AttachButton, Attached } from './attached.tsx'
import { CannedList, optionId } from './canned.tsx'
import { Icon } from './icon.tsx'
import { takePasted } from './taking.ts'

const says = words.composer
const modes = ['say', 'note'] as const

interface ComposerProps extends Given {
  talk: Talk
  summary: Summary
}

/** Where an agent writes: to the visitor, or a note that only agents see. */
export function Composer(props: ComposerProps) {
  const { desk, talk, summary } = props
  const mode = talk.mode.value
  const isOver = summary.phase === 'closed'
  const why = isOver || mode === 'say' ? whyNot(summary, desk.me.value) : undefined
  // The keys of whoever writes while the turn goes are letters still, and no commands.
  const isWriting = why !== undefined && desk.focus.value === `say:${talk.id}`
  if (isOver && !isWriting) return <p class="composer closed">{says.closed}</p>
  return (
    <div class={`composer ${mode}`}>
      {!isOver && <Modes talk={talk} />}
      {why !== undefined && (
        <p class="why" id={`why-${talk.id}`} role={isWriting ? 'alert' : undefined}>
          {why}
        </p>
      )}
      {(why === undefined || isWriting) && <Field {...props} isOpen={why === undefined} />}
    </div>
  )
}

const Modes = ({ talk: { id, mode } }: Pick<ComposerProps, 'talk'>) => (
  <div class="modes" role="radiogroup" aria-label={says.mode}>
    {modes.map(one => (
      <label key={one} class={one === mode.value ? 'chosen' : ''}>
        <input
          type="radio"
          name={`mode-${id}`}
          data-focus={`mode-${one}:${id}`}
          checked={one === mode.value}
          onChange={() => void (mode.value = one)}
        />
        {one === 'note' && <Icon of="note" />}
        {says[one]}
      </label>
    ))}
  </div>
)

interface FieldProps extends ComposerProps {
  /** Else it is there to be read, until it is left. */
  isOpen: boolean
}

function Field(props: FieldProps) {
  const { desk, deeds, talk, isOpen } = props
  const { id, mode } = talk
  const isNote = mode.value === 'note'
  const offers = isOpen ? offersOf(desk, talk) : []
  const choice = Math.min(talk.choice.value, offers.length - 1)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        deeds.send(id)
      }}
    >
      {isOpen && !isNote && <Attached {...props} />}
      {isOpen && !isNote && <AttachButton {...props} />}
      {offers.length > 0 && (
        <CannedList
          id={id}
          offers={offers}
          choice={choice}
          named={props.summary.named}
          take={one => take(props, one)}
        />
      )}
      <Text {...props} offers={offers} choice={choice} />
      {isOpen && (
        <button type="submit" class="main" data-focus={`send:${id}`} aria-disabled={!hasToSend(talk)}>
          <Icon of={isNote ? 'note' : 'send'} />
          {isNote ? says.keep : says.send}
        </button>
      )}
    </form>
  )
}

function Text(props: FieldProps & { offers: readonly Canned[]; choice: number }) {
  const { deeds, talk, summary, isOpen, offers, choice } = props
  const { id, draft, mode } = talk
  const isNote = mode.value === 'note'
  const name = nameOf(summary)
  const hint = isNote ? says.noteHint : says.sayHint
  const write = (field: HTMLTextAreaElement) => deeds.write(id, field.value, field.selectionStart)
  return (
    <textarea
      data-focus={`say:${id}`}
      rows={2}
      maxLength={20_000}
      readOnly={!isOpen}
      aria-label={isNote ? says.noteLabel(name) : says.sayLabel(name)}
      aria-describedby={isOpen ? undefined : `why-${id}`}
      placeholder={isOpen ? hint : undefined}
      aria-autocomplete={isNote ? undefined : 'list'}
      aria-controls={offers.length ? `canned-${id}` : undefined}
      aria-activedescendant={choice >= 0 ? optionId(id, choice) : undefined}
      value={draft.value}
      onInput={event => write(event.currentTarget)}
      onSelect={event => write(event.currentTarget)}
      onKeyDown={event => press(event, props)}
      onPaste={event => isOpen && takePasted(event, props)}
    />
  )
}

/** What is offered in place of the shortcut before the cursor. */
function offersOf(desk: Desk, talk: Talk): readonly Canned[] {
  if (talk.mode.value === 'note' || talk.choice.value < 0) return []
  const asked = askedFor(talk.draft.value, talk.cursor.value)
  return asked === undefined ? [] : cannedFor(desk.canned.value, asked)
}

function take({ desk, deeds, talk, summary }: ComposerProps, { text }: Canned): void {
  const reply = addressed(text, summary.named)
  const filled = fillIn(talk.draft.peek(), talk.cursor.peek(), reply)
  deeds.write(talk.id, filled.text, filled.cursor)
  desk.wish.value = `say:${talk.id}`
}

function press(event: KeyboardEvent, props: FieldProps & { offers: readonly Canned[] }): void {
  if (event.isComposing) return
  const did = props.offers.length ? pressInList(event, props, props.offers) : pressInText(event, props)
  if (did) event.preventDefault()
}

function pressInText(event: KeyboardEvent, { desk, deeds, talk, isOpen }: FieldProps): boolean {
  const { key, shiftKey, repeat } = event
  if (key === 'Escape') desk.wish.value = `log:${talk.id}`
  if (key === 'Enter' && !shiftKey && isOpen && !repeat) deeds.send(talk.id)
  return key === 'Escape' || (key === 'Enter' && !shiftKey)
}

function pressInList({ key }: KeyboardEvent, props: ComposerProps, offers: readonly Canned[]): boolean {
  const { choice } = props.talk
  const chosen = Math.min(choice.peek(), offers.length - 1)
  const one = offers[chosen]
  if (key === 'ArrowDown') choice.value = (chosen + 1) % offers.length
  else if (key === 'ArrowUp') choice.value = (chosen + offers.length - 1) % offers.length
  else if (key === 'Escape') choice.value = -1
  else if ((key === 'Enter' || key === 'Tab') && one) take(props, one)
  else return false
  return true
}
