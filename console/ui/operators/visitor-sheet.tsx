import { operatorWords } from '../../words/operators.ts'
import { Dialog } from '../dialog.tsx'
import { Question } from '../question.tsx'
import type { PageGiven } from './given.ts'

const says = operatorWords.visitor
const formats = ['json', 'html', 'text', 'csv'] as const

type About = PageGiven & { id: string }

/** What the law gives to whoever this is about. */
export function VisitorActions({ deeds, ops, id }: About) {
  return (
    <>
      <button
        type="button"
        class="plain"
        data-focus={`export:${id}`}
        aria-haspopup="dialog"
        onClick={() => deeds.ask({ is: 'export', id })}
      >
        {says.export}
      </button>
      <button
        type="button"
        class="plain"
        data-focus={`erase:${id}`}
        aria-haspopup="dialog"
        aria-disabled={ops.isBusy.value}
        onClick={() => deeds.ask({ is: 'erase', id })}
      >
        {says.erase}
      </button>
    </>
  )
}

export function VisitorSheet(props: PageGiven) {
  const sheet = props.desk.sheet.value
  switch (sheet?.is) {
    case 'export':
      return <Export {...props} id={sheet.id} />
    case 'erase':
      return <Erase {...props} id={sheet.id} />
    default:
      return null
  }
}

function Export({ deeds, id }: About) {
  const leave = () => deeds.ask(undefined)
  const { title, text, formats: names, close } = says.exportSheet
  return (
    <Dialog title={title} close={leave}>
      <p>{text}</p>
      <ul class="downloads">
        {formats.map(format => (
          <li key={format}>
            <a href={`/api/v1/visitors/${encodeURIComponent(id)}/export?format=${format}`} download>
              {names[format]}
            </a>
          </li>
        ))}
      </ul>
      <div class="ends">
        <button type="button" onClick={leave}>
          {close}
        </button>
      </div>
    </Dialog>
  )
}

function Erase({ deeds, operators, id }: About) {
  const { title, text, cancel, yes } = says.eraseSheet
  return (
    <Question
      title={title}
      text={text}
      no={cancel}
      yes={yes}
      leave={() => deeds.ask(undefined)}
      act={() => operators.erase(id)}
    />
  )
}
