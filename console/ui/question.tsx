import { Dialog } from './dialog.tsx'

interface Question {
  title: string
  text: string
  /** What is left as it is. */
  no: string
  /** What cannot be taken back. */
  yes: string
  leave(): void
  act(): void
}

/** What cannot be taken back is asked about first, and the way out has the focus. */
export function Question({ title, text, no, yes, leave, act }: Question) {
  return (
    <Dialog title={title} close={leave}>
      <p>{text}</p>
      <div class="ends">
        <button type="button" onClick={leave} autofocus>
          {no}
        </button>
        <button
          type="button"
          class="danger"
          onClick={() => {
            leave()
            act()
          }}
        >
          {yes}
        </button>
      </div>
    </Dialog>
  )
}
