import type { Desk, Given, SignInTrouble } from '../state/desk.ts'
import { words } from '../words/en.ts'
import { written } from './fields.ts'
import { Icon } from './icon.tsx'

const says = words.signIn

export function SignIn(given: Given) {
  const { ways, signingIn } = given.desk
  const { trouble } = signingIn.value
  // Nobody knows better where the relay did not say: it will refuse what it does not take.
  const { passwords, oidc } = ways.value ?? { passwords: true }
  return (
    <main class="sign-in">
      <div class="card">
        <div class="mark">
          <Icon of="bridge" />
          <span>{words.title}</span>
        </div>
        <h1>{says.title}</h1>
        <p class="lead">{says.lead}</p>
        <div id="trouble" role="alert">
          {trouble !== undefined && (
            <p class={isHint(trouble) ? 'hint' : 'wrong'}>{wordsOf(trouble, given.desk)}</p>
          )}
        </div>
        {passwords && <WithPassword {...given} />}
        {passwords && oidc && <p class="or">{says.or}</p>}
        {oidc && <Elsewhere {...given} label={oidc.label} isOnly={!passwords} />}
      </div>
    </main>
  )
}

function WithPassword({ desk, deeds }: Given) {
  const { busy, trouble } = desk.signingIn.value
  const waits = isWaiting(desk)
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
    <form onSubmit={submit} noValidate>
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
  )
}

/** By a sign-in service, which is another page. */
function Elsewhere({ desk, deeds, label, isOnly }: Given & { label: string; isOnly: boolean }) {
  const { busy, trouble } = desk.signingIn.value
  const waits = isWaiting(desk)
  return (
    <button
      type="button"
      class={isOnly ? 'main' : 'away'}
      data-focus="away"
      aria-disabled={busy || waits}
      aria-describedby={trouble ? 'trouble' : undefined}
      onClick={() => !waits && deeds.signInAway()}
    >
      {busy && isOnly ? says.busy : label}
    </button>
  )
}

function isWaiting({ signingIn, now }: Desk): boolean {
  const { trouble } = signingIn.value
  return typeof trouble === 'object' && trouble.until > now.value
}

const isHint = (trouble: SignInTrouble): boolean => trouble === 'ended' || trouble === 'denied'

function wordsOf(trouble: SignInTrouble, desk: Desk): string {
  if (typeof trouble === 'object')
    return trouble.until > desk.now.value ? says.tooOften(trouble.seconds) : says.again
  return says[trouble]
}
