import { useRef, useState } from 'preact/hooks'
import { answerText, faultOf } from '../../state/form.ts'
import { useChat } from '../context.ts'
import { Icon } from '../icon.tsx'
import { useValue } from '../use-value.ts'
import { Bubble } from './bubble.tsx'
import { FieldView } from './field.tsx'
import type { ContentProps } from './props.ts'

type Texts = Record<string, string>

export function Form({ content: { fields, text }, seq }: ContentProps<'form'>) {
  const { words, phase, answered, say } = useChat()
  const { is } = useValue(phase)
  const isDone = useValue(answered).has(seq)
  const [answers, setAnswers] = useState<Texts>({})
  const [faults, setFaults] = useState<Texts>({})
  const form = useRef<HTMLFormElement>(null)

  function check(names: readonly string[]): Texts {
    const found = fields
      .filter(({ name }) => names.includes(name))
      .flatMap(field => {
        const fault = faultOf(field, answers[field.name] ?? '', words)
        return fault ? [[field.name, fault] as const] : []
      })
    return Object.fromEntries(found)
  }

  function submit(event: Event): void {
    event.preventDefault()
    const found = check(fields.map(({ name }) => name))
    setFaults(found)
    const at = fields.findIndex(({ name }) => name in found)
    if (at < 0) say(answerText(fields, answers), seq)
    else form.current?.querySelectorAll<HTMLElement>('input,select')[at]?.focus()
  }

  if (isDone) {
    return (
      <>
        <Bubble text={text} />
        <p class="chip done">
          <Icon name="done" /> {words.form.done}
        </p>
      </>
    )
  }
  return (
    <>
      <Bubble text={text} />
      <form class="form" noValidate ref={form} onSubmit={submit}>
        {fields.map(field => (
          <FieldView
            key={field.name}
            field={field}
            id={`fb-${seq}-${field.name}`}
            value={answers[field.name] ?? ''}
            fault={faults[field.name]}
            onValue={value => setAnswers({ ...answers, [field.name]: value })}
            onLeave={() => {
              if (field.name in faults) setFaults({ ...faults, [field.name]: '', ...check([field.name]) })
            }}
          />
        ))}
        <button type="submit" class="wide" disabled={is !== 'bot'}>
          {words.form.submit}
        </button>
      </form>
    </>
  )
}
