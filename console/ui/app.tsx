import type { Given } from '../state/desk.ts'
import { words } from '../words/en.ts'
import { Bar } from './bar.tsx'
import { Columns } from './columns.tsx'
import { Lists } from './lists.tsx'
import { Page, type Shown } from './pages.tsx'
import { OpenSheet } from './sheets.tsx'
import { SignIn } from './sign-in.tsx'

export function App(given: Shown) {
  const { desk } = given
  switch (desk.screen.value) {
    case 'loading':
      return <p class="loading">{words.loading}</p>
    case 'signIn':
      return <SignIn {...given} />
    default:
      return <Frame {...given} />
  }
}

function Frame(given: Shown) {
  const { phone, pane, place } = given.desk
  const isDesk = place.value.page === 'desk'
  const only = phone.value && isDesk ? pane.value : undefined
  return (
    <div class={`frame${phone.value ? ' phone' : ''}`}>
      {only !== 'talk' && <Bar {...given} />}
      <Words {...given} />
      {isDesk ? (
        <main class="panes" key="desk">
          {only !== 'talk' && <Lists {...given} />}
          {only !== 'list' && <Columns {...given} />}
        </main>
      ) : (
        <main class="page" key="page">
          <Page part={given.pages.value} />
        </main>
      )}
      <OpenSheet {...given} />
    </div>
  )
}

/** What is said once, wherever one is. */
function Words({ desk }: Given) {
  const { trouble, notice } = desk
  return (
    <div class="told">
      <div role="status">
        {trouble.value && <p class="trouble">{words.bar.trouble}</p>}
        {notice.value !== undefined && <p class="notice">{notice.value}</p>}
      </div>
      {notice.value !== undefined && (
        <button type="button" class="plain" onClick={() => void (desk.notice.value = undefined)}>
          {words.bar.dismiss}
        </button>
      )}
    </div>
  )
}
