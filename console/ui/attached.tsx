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
  const ready = files.filter(({ state }) => state.is === 'ready').length
  return (
    <>
      <p class="read-aloud" role="status">
        {files.length > 0 && says.readyCount(ready, files.length)}
      </p>
      {files.length > 0 && (
        <ul class="attached" aria-label={says.attached}>
          {files.map(({ key, name, state }) => (
            <li key={key} class={state.is === 'failed' ? 'refused' : ''} title={name}>
              <span class="name">
                <Icon of="file" />
                <bdi>{name}</bdi>
              </span>
              <State name={name} state={state} />
              <button
                type="button"
                class="tool"
                data-focus={`detach-${key}:${talk.id}`}
                aria-label={says.detach(name)}
                onClick={() => deeds.detach(talk.id, key)}
              >
                <Icon of="leave" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function State({ name, state }: Pick<AttachedFile, 'name' | 'state'>) {
  switch (state.is) {
    case 'sending':
      return <progress value={state.part} aria-label={says.uploadingFile(name)} />
    case 'failed':
      return (
        <span class="why" role="alert">
          {state.says}
        </span>
      )
    case 'ready':
      return (
        <span class="done">
          <Icon of="done" />
          <span class="read-aloud">{says.ready}</span>
        </span>
      )
    default:
      return state satisfies never
  }
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
        class="tool attach"
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
