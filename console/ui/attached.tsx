import type { Given } from '../state/desk.ts'
import type { AttachedFile, Talk } from '../state/talk.ts'
import { words } from '../words/en.ts'
import { Icon } from './icon.tsx'

const says = words.composer

interface AttachedProps extends Given {
  talk: Talk
}

/** Files that go with what is said next. */
export function Attached({ deeds, talk }: AttachedProps) {
  const files = talk.attached.value
  if (!files.length) return null
  return (
    <ul class="attached" aria-label={says.attached}>
      {files.map(file => (
        <li key={file.key} class={file.state.is}>
          <bdi>{file.name}</bdi>
          <State file={file} />
          <button
            type="button"
            class="plain"
            aria-label={says.detach(file.name)}
            onClick={() => deeds.detach(talk.id, file.key)}
          >
            <Icon of="leave" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function State({ file: { name, state } }: { file: AttachedFile }) {
  if (state.is === 'sending') return <progress value={state.part} aria-label={says.uploadingFile(name)} />
  return state.is === 'failed' ? (
    <span class="failed" role="alert">
      {state.says}
    </span>
  ) : (
    <Icon of="done" />
  )
}

/** Opens the browser's own way of choosing. */
export function AttachButton({ deeds, talk }: AttachedProps) {
  let field: HTMLInputElement | null = null
  return (
    <>
      <input
        type="file"
        multiple
        hidden
        ref={one => {
          field = one
        }}
        onChange={event => {
          const { currentTarget: chosen } = event
          deeds.attach(talk.id, Array.from(chosen.files ?? []))
          // The same file may be chosen again.
          chosen.value = ''
        }}
      />
      <button
        type="button"
        class="plain attach"
        data-focus={`attach:${talk.id}`}
        aria-label={says.attach}
        title={says.attach}
        onClick={() => field?.click()}
      >
        <Icon of="clip" />
      </button>
    </>
  )
}

/** Attaches what is pasted or dropped, if there is a file in it. */
export function takeFiles(event: Event, from: DataTransfer | null, { deeds, talk }: AttachedProps): void {
  const files = Array.from(from?.files ?? [])
  if (!files.length) return
  event.preventDefault()
  deeds.attach(talk.id, files)
}
