import type { Field } from '#shared/content.ts'
import type { Chat } from '../../state/chat.ts'
import { answerText, blank, type Filled, faultsOf, textAt } from '../../state/form.ts'
import { FieldView } from './field.tsx'

interface Props {
  chat: Chat
  fields: readonly Field[]
  /** What is filled in is kept under this: a message's seq, or a place before the first message. */
  at: number
  disabled?: boolean
  onAnswer(text: string): void
}

/** Fields with their faults, which are told when it is submitted: one by the focus on it, several by a summary. */
export function Fields({ chat, fields, at, disabled = false, onAnswer }: Props) {
  const { words, forms, link } = chat
  const of = link.value.view.conversation
  const all = forms.value?.of === of ? forms.value?.filled : undefined
  const filled = all?.[at] ?? blank
  // Not by its name, which may be any text: what it is described by is found by an id without a gap.
  const placed = fields.map((field, index) => ({ field, id: `fb-${at}-${index}` }))
  const faulty = placed.filter(({ field }) => textAt(filled.faults, field.name))
  const fill = (next: Partial<Filled>) => {
    forms.value = { of, filled: { ...all, [at]: { ...filled, ...next } } }
  }

  function submit(event: Event & { currentTarget: HTMLFormElement }): void {
    event.preventDefault()
    const form = event.currentTarget
    const faults = faultsOf(fields, filled.answers, words)
    const wrong = Object.values(faults).filter(Boolean).length
    fill({ faults })
    if (wrong) form.querySelector<HTMLElement>(wrong > 1 ? '.summary' : '[aria-invalid=true]')?.focus()
    else onAnswer(answerText(fields, filled.answers))
  }

  return (
    <form class="form" noValidate onSubmit={submit}>
      {faulty.length > 1 && (
        <div class="summary" tabIndex={-1} role="group" aria-label={words.rich.check}>
          <p class="fault">{words.rich.check}</p>
          <ul>
            {faulty.map(({ field, id }) => (
              <li key={id}>
                <button type="button" onClick={event => focusOn(event.currentTarget, id)}>
                  {field.label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {placed.map(({ field, id }) => (
        <FieldView
          key={id}
          words={words}
          field={field}
          id={id}
          value={textAt(filled.answers, field.name)}
          fault={textAt(filled.faults, field.name)}
          onValue={value => fill({ answers: { ...filled.answers, [field.name]: value } })}
        />
      ))}
      <button type="submit" class="wide" disabled={disabled}>
        {words.submit}
      </button>
    </form>
  )
}

function focusOn(beside: HTMLElement, id: string): void {
  beside
    .closest('form')
    ?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`)
    ?.focus()
}
