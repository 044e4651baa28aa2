import { answerText, blank, type Filled, faultsOf } from '../../state/form.ts'
import { FieldView } from './field.tsx'
import type { ContentProps } from './props.ts'

export function Form({ chat, content: { fields }, seq }: ContentProps<'form'>) {
  const { words, phase, answered, forms, say } = chat
  const filled = forms.value[seq] ?? blank
  const fill = (next: Partial<Filled>) => {
    forms.value = { ...forms.value, [seq]: { ...filled, ...next } }
  }

  function submit(event: Event & { currentTarget: HTMLFormElement }): void {
    event.preventDefault()
    const { currentTarget } = event
    const faults = faultsOf(fields, filled.answers, words)
    if (Object.values(faults).every(fault => !fault)) return say(answerText(fields, filled.answers), seq)
    fill({ faults })
    currentTarget.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }

  if (answered.value.has(seq)) {
    return <p class="chip done">{words.answered}</p>
  }
  return (
    <form class="form" noValidate onSubmit={submit}>
      {fields.map(field => (
        <FieldView
          key={field.name}
          words={words}
          field={field}
          id={`fb-${seq}-${field.name}`}
          value={filled.answers[field.name] ?? ''}
          fault={filled.faults[field.name]}
          onValue={value => fill({ answers: { ...filled.answers, [field.name]: value } })}
        />
      ))}
      <button type="submit" class="wide" disabled={phase.value.is !== 'bot'}>
        {words.submit}
      </button>
    </form>
  )
}
