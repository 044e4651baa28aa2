import { words } from '../words/en.ts'
import { Icon } from './icon.tsx'
import type { Shown } from './pages.tsx'

const says = words.bar

export function Bar({ desk, deeds, pages }: Shown) {
  const isAvailable = desk.presence.value === 'available'
  return (
    <header class="bar">
      <h1 class="mark">
        <Icon of="bridge" />
        <span>{words.title}</span>
      </h1>
      {pages.value.is === 'there' && pages.value.nav()}
      <span class="gap" />
      <button
        type="button"
        class="presence"
        role="switch"
        data-focus="presence"
        aria-checked={isAvailable}
        title={says.presenceHint}
        onClick={() => deeds.presence()}
      >
        <span class="dot" aria-hidden="true" />
        {says.presence}
      </button>
      <Tool icon="bell" name={says.settings} focus="settings" run={() => deeds.ask({ is: 'settings' })} />
      <Tool icon="keys" name={says.keys} focus="keys" run={() => deeds.ask({ is: 'keys' })} />
      <span class="me">{desk.me.value?.shown}</span>
      <Tool icon="out" name={says.signOut} focus="out" run={() => deeds.signOut()} />
    </header>
  )
}

interface ToolProps {
  icon: Parameters<typeof Icon>[0]['of']
  name: string
  focus: string
  run(): void
}

/** A button that is a picture, with its name for whoever cannot see it or rests on it. */
export const Tool = ({ icon, name, focus, run }: ToolProps) => (
  <button type="button" class="tool" data-focus={focus} aria-label={name} title={name} onClick={run}>
    <Icon of={icon} />
  </button>
)
