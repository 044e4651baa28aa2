import type { Given, Sheet } from '../state/desk.ts'
import { nameOf } from '../state/text.ts'
import { whyNothing } from '../state/turn.ts'
import { words } from '../words/en.ts'
import { Choice, Dialog } from './dialog.tsx'
import { written } from './fields.ts'
import { Keys } from './keys.tsx'
import type { Shown } from './pages.tsx'
import { Question } from './question.tsx'

const says = words.sheets

/** What lies over the desk, if anything does. */
export function OpenSheet(given: Shown) {
  const sheet = given.desk.sheet.value
  switch (sheet?.is) {
    case 'keys':
      return <Keys {...given} />
    case 'settings':
      return <Settings {...given} />
    case 'close':
      return <Close {...given} sheet={sheet} />
    case 'handback':
      return <Handback {...given} sheet={sheet} />
    case 'transfer':
      return <Transfer {...given} sheet={sheet} />
    case 'drop':
    case 'disable':
    case 'replay':
    case 'export':
    case 'erase':
    case 'rotate':
    case 'secret':
    case undefined:
      return null
    default:
      return sheet satisfies never
  }
}

type About = Given & { sheet: Extract<Sheet, { id: string }> }

function Close({ desk, deeds, sheet: { id } }: About) {
  const summary = desk.summaries.value.get(id)
  const { title, text, yes } = says.close
  return (
    <Question
      title={title}
      text={text(summary ? nameOf(summary) : words.lists.visitor)}
      no={says.cancel}
      yes={yes}
      leave={() => deeds.ask(undefined)}
      act={() => deeds.close(id)}
    />
  )
}

function Handback({ desk, deeds, sheet: { id } }: About) {
  const why = whyNothing(desk.summaries.value.get(id), desk.me.value)
  const leave = () => deeds.ask(undefined)
  const submit = (event: Event) => {
    event.preventDefault()
    if (why !== undefined || !(event.currentTarget instanceof HTMLFormElement)) return
    const text = written(event.currentTarget, 'metadata')
    leave()
    deeds.handback(id, text)
  }
  return (
    <Dialog title={says.handback.title} close={leave}>
      <form onSubmit={submit}>
        {why === undefined ? (
          <p id="handback-text">{says.handback.text}</p>
        ) : (
          <p id="handback-text" key="why" class="wrong" role="alert">
            {why}
          </p>
        )}
        <label>
          <span>{says.handback.label}</span>
          <textarea
            name="metadata"
            rows={4}
            maxLength={4_000}
            defaultValue={desk.talks.get(id)?.forBot.peek()}
            readOnly={why !== undefined}
            aria-describedby="handback-text"
            autofocus
            onKeyDown={event => {
              if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.form?.requestSubmit()
            }}
          />
        </label>
        <div class="ends">
          <button type="button" onClick={leave}>
            {says.cancel}
          </button>
          {why === undefined && (
            <button type="submit" class="main">
              {says.handback.yes}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function Transfer({ desk, deeds, sheet: { id } }: About) {
  const leave = () => deeds.ask(undefined)
  const others = desk.people.value.filter(({ name }) => name !== desk.me.value?.name)
  const sorted = [...others].sort((a, b) => rank(a.state) - rank(b.state) || a.shown.localeCompare(b.shown))
  return (
    <Dialog title={says.transfer.title} close={leave}>
      <p>{sorted.length ? says.transfer.text : says.transfer.nobody}</p>
      <ul class="people">
        {sorted.map(({ name, shown, state }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                leave()
                deeds.transfer(id, name)
              }}
            >
              <span class={`dot ${state}`} aria-hidden="true" />
              {shown}
              <span class="hint">{words.bar[state]}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="ends">
        <button type="button" onClick={leave}>
          {says.cancel}
        </button>
      </div>
    </Dialog>
  )
}

const rank = (state: string) => (state === 'available' ? 0 : 1)

function Settings({ desk, deeds }: Given) {
  const { sound, notify, keys } = desk.choices.value
  const leave = () => deeds.ask(undefined)
  return (
    <Dialog title={says.settings.title} close={leave}>
      <Choice label={says.settings.sound} value={sound} choose={value => deeds.choose({ sound: value })} />
      <Choice label={says.settings.notify} value={notify} choose={value => deeds.choose({ notify: value })} />
      {!desk.mayNotify.value && (
        <p class="wrong" role="alert">
          {says.settings.denied}
        </p>
      )}
      <Choice label={says.settings.keys} value={keys} choose={value => deeds.choose({ keys: value })} />
      <div class="ends">
        <button type="button" class="main" onClick={leave}>
          {says.done}
        </button>
      </div>
    </Dialog>
  )
}
