import type { ComponentChildren } from 'preact'

interface DialogProps {
  title: string
  /** Of a table that is read rather than answered. */
  wide?: boolean
  /** A press beside it does not close it: what it shows is shown once. */
  stays?: boolean
  close(): void
  children: ComponentChildren
}

/** A dialog of the browser's own: it holds the focus, and Escape closes it. */
export const Dialog = ({ title, wide, stays, close, children }: DialogProps) => (
  <dialog
    ref={show}
    class={wide ? 'wide' : ''}
    aria-labelledby="dialog-title"
    onCancel={event => {
      event.preventDefault()
      close()
    }}
    onClick={event => {
      if (!stays && event.target === event.currentTarget) close()
    }}
  >
    <div class="sheet">
      <h2 id="dialog-title">{title}</h2>
      {children}
    </div>
  </dialog>
)

const show = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal()
}

interface ChoiceProps {
  label: string
  value: boolean
  choose(value: boolean): void
}

export const Choice = ({ label, value, choose }: ChoiceProps) => (
  <label class="choice">
    <input type="checkbox" checked={value} onChange={event => choose(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
)
