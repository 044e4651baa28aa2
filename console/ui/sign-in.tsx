import type { Desk, Given, SignInTrouble } from '../state/desk.ts'
import { words } from '../words/en.ts'
import { written } from './fields.ts'
import { Icon } from './icon.tsx'

const says = words.signIn

export function SignIn({ desk, deeds }: Given) {
  const { busy, trouble } = desk.signingIn.value
  const waits = typeof trouble === 'object' && trouble.until > desk.now.value
  const submit = (event: Event) => {
    event.preventDefault()
    if (busy || waits || !(event.currentTarget instanceof HTMLFormElement)) return
    const form = event.currentTarget
    deeds.signIn(written(form, 'name').trim(), written(form, 'password'))
  }
  const isWrong = trouble === 'wrong' || trouble === 'empty'
  const field = {
    required: true,
    'aria-invalid': isWrong,
    'aria-describedby': trouble ? 'trouble' : undefined
  }
  return (
    <main class="sign-in">
      <form onSubmit={submit} noValidate>
        <div class="mark">
          <Icon of="bridge" />
          <span>{words.title}</span>
        </div>
        <h1>{says.title}</h1>
        <p class="lead">{says.lead}</p>
        <div id="trouble" role="alert">
          {trouble !== undefined && (
            <p class={trouble === 'ended' ? 'hint' : 'wrong'}>{wordsOf(trouble, desk)}</p>
          )}
        </div>
        <label>
          <span>{says.name}</span>
          <input
            name="name"
            data-focus="name"
            autoComplete="username"
            autoCapitalize="none"
            spellcheck={false}
            {...field}
          />
        </label>
        <label>
          <span>{says.password}</span>
          <input
            name="password"
            data-focus="password"
            type="password"
            autoComplete="current-password"
            {...field}
          />
        </label>
        <button type="submit" class="main" aria-disabled={busy || waits}>
          {busy ? says.busy : says.submit}
        </button>
      </form>
    </main>
  )
}

function wordsOf(trouble: SignInTrouble, desk: Desk): string {
  if (typeof trouble === 'string') return says[trouble]
  return trouble.until > desk.now.value ? says.tooOften(trouble.seconds) : says.again
}
