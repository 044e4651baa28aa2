interface Props {
  /** Of the group. */
  label: string
  /** Of each step, the worst first. */
  steps: readonly string[]
  /** Unlike any other group's on the screen. */
  name: string
  /** By place; none yet: -1. */
  chosen: number
  disabled?: boolean
  onChoose(place: number): void
}

/** One of a few steps, as stars. Radio buttons underneath: arrow keys and screen readers know them. */
export function Stars({ label, steps, name, chosen, disabled = false, onChoose }: Props) {
  return (
    <fieldset class="stars" disabled={disabled}>
      <legend class="hidden">{label}</legend>
      {steps.map((step, place) => (
        <label key={step}>
          <input
            type="radio"
            name={name}
            class="hidden"
            checked={place === chosen}
            onChange={() => onChoose(place)}
          />
          <svg viewBox="0 0 24 24" aria-hidden="true" class={place <= chosen ? 'lit' : ''}>
            <path d="M12 3l2.7 5.8 6.3.8-4.7 4.3 1.3 6.3-5.6-3.2-5.6 3.2 1.3-6.3L3 9.6l6.3-.8z" />
          </svg>
          <span class="hidden">{step}</span>
        </label>
      ))}
    </fieldset>
  )
}
