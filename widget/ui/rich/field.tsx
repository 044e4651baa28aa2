import type { Field } from '#shared/content.ts'
import type { Words } from '../../words/en.ts'
import { Icon } from '../icon.tsx'

interface Props {
  words: Words
  field: Field
  id: string
  value: string
  fault: string
  onValue(value: string): void
}

export function FieldView({ words, field, id, value, fault, onValue }: Props) {
  const { kind, label, minLength = 0, maxLength, placeholder, options = [] } = field
  const common = {
    id,
    value,
    'aria-invalid': !!fault,
    'aria-required': minLength > 0,
    'aria-describedby': `${id}-fault`,
    onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value)
  }
  return (
    <p class="field">
      <label for={id} dir="auto">
        {label}
        {minLength > 0 && <span aria-hidden="true"> *</span>}
      </label>
      {kind === 'select' ? (
        <span class="select">
          <select {...common}>
            <option value="">{placeholder ?? words.choose}</option>
            {options.map(option => (
              <option key={option.name}>{option.label}</option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      ) : (
        <input
          {...common}
          {...(kind === 'email' ? { type: 'email', autocomplete: 'email' } : { type: 'text' })}
          maxLength={maxLength}
          placeholder={placeholder}
          dir={value ? 'auto' : undefined}
        />
      )}
      <span class="fault" id={`${id}-fault`}>
        {fault}
      </span>
    </p>
  )
}
