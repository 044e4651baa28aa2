import type { Field } from '#shared/content.ts'
import { useChat } from '../context.ts'

interface Props {
  field: Field
  id: string
  value: string
  fault: string | undefined
  onValue(value: string): void
  onLeave(): void
}

export function FieldView({ field, id, value, fault, onValue, onLeave }: Props) {
  const { words } = useChat()
  const common = {
    id,
    value,
    'aria-invalid': !!fault,
    ...(fault && { 'aria-describedby': `${id}-fault` }),
    'aria-required': (field.minLength ?? 0) > 0,
    onBlur: onLeave
  }
  return (
    <div class="field">
      <label for={id} dir="auto">
        {field.label}
      </label>
      {field.kind === 'select' ? (
        <select {...common} onChange={event => onValue(event.currentTarget.value)}>
          <option value="">{field.placeholder ?? words.form.choose}</option>
          {field.options?.map(({ name, label }) => (
            <option key={name} value={label}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          inputMode={field.kind === 'email' ? 'email' : 'text'}
          autocomplete={field.kind === 'email' ? 'email' : 'on'}
          placeholder={field.placeholder ?? ''}
          dir="auto"
          onInput={event => onValue(event.currentTarget.value)}
        />
      )}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
