import type { Canned, Summary } from '../contract.ts'
import type { Desk, Given } from '../state/desk.ts'
import { isMine } from '../state/lists.ts'
import { hasToSend, type Talk } from '../state/talk.ts'
import { addressed, askedFor, cannedFor, fillIn, nameOf } from '../state/text.ts'
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
  const why = whyNot(desk, summary)
  if (summary.phase === 'closed') return <p class="composer closed">{says.closed}</p>
  return (
    <div class={`composer ${mode}`}>
      <div class="modes" role="radiogroup" aria-label={says.mode}>
        {modes.map(one => (
          <label key={one} class={one === mode ? 'chosen' : ''}>
            <input
              type="radio"
              name={`mode-${talk.id}`}
              data-focus={`mode-${one}:${talk.id}`}
              checked={one === mode}
              onChange={() => void (talk.mode.value = one)}
            />
            {one === 'note' && <Icon of="note" />}
            {says[one]}
          </label>
        ))}
      </div>
      {mode === 'say' && why !== undefined ? <p class="why">{why}</p> : <Field {...props} />}
    </div>
  )
}

function whyNot(desk: Desk, summary: Summary): string | undefined {
  if (isMine(summary, desk.me.value)) return undefined
  if (summary.phase === 'waiting') return says.waiting
  return summary.phase === 'agent' ? says.other(summary.agent?.name ?? words.log.agent) : says.bot
}

function Field(props: ComposerProps) {
  const { desk, deeds, talk, summary } = props
  const { id, draft, mode } = talk
  const isNote = mode.value === 'note'
  const name = nameOf(summary)
  const offers = offersOf(desk, talk)
  const choice = Math.min(talk.choice.value, offers.length - 1)
  const write = (field: HTMLTextAreaElement) => deeds.write(id, field.value, field.selectionStart)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        deeds.send(id)
      }}
    >
      {!isNote && <Attached {...props} />}
      {!isNote && <AttachButton {...props} />}
      {offers.length > 0 && (
        <CannedList
          id={id}
          offers={offers}
          choice={choice}
          named={summary.named}
          take={one => take(props, one)}
        />
      )}
      <textarea
        data-focus={`say:${id}`}
        rows={2}
        maxLength={20_000}
        aria-label={isNote ? says.noteLabel(name) : says.sayLabel(name)}
        placeholder={isNote ? says.noteHint : says.sayHint}
        aria-autocomplete={isNote ? undefined : 'list'}
        aria-controls={offers.length ? `canned-${id}` : undefined}
        aria-activedescendant={choice >= 0 ? optionId(id, choice) : undefined}
        value={draft.value}
        onInput={event => write(event.currentTarget)}
        onSelect={event => write(event.currentTarget)}
        onKeyDown={event => press(event, props, offers)}
        onPaste={event => takePasted(event, props)}
      />
      <button type="submit" class="main" data-focus={`send:${id}`} aria-disabled={!hasToSend(talk)}>
        <Icon of={isNote ? 'note' : 'send'} />
        {isNote ? says.keep : says.send}
      </button>
    </form>
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

function press(event: KeyboardEvent, props: ComposerProps, offers: readonly Canned[]): void {
  if (event.isComposing) return
  const did = offers.length ? pressInList(event, props, offers) : pressInText(event, props)
  if (did) event.preventDefault()
}

function pressInText({ key, shiftKey }: KeyboardEvent, { desk, deeds, talk }: ComposerProps): boolean {
  if (key === 'Escape') desk.wish.value = `log:${talk.id}`
  if (key === 'Enter' && !shiftKey) deeds.send(talk.id)
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
