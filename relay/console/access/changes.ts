import type { AccountSettings } from './accounts.ts'

/** What became of an account, in words. */
interface Change {
  name: string
  says: string
}

/** What differs between the accounts that were and those that are to be. */
export function changesOf(
  before: readonly AccountSettings[],
  after: readonly AccountSettings[]
): readonly Change[] {
  const were = new Map(before.map(one => [one.name, one]))
  const are = new Map(after.map(one => [one.name, one]))
  return [...new Set([...were.keys(), ...are.keys()])].flatMap(name => {
    const says = changeOf(were.get(name), are.get(name))
    return says === undefined ? [] : [{ name, says }]
  })
}

function changeOf(was: AccountSettings | undefined, is: AccountSettings | undefined): string | undefined {
  if (!was) return is?.disabled ? 'new, disabled' : 'new'
  if (!is) return 'gone'
  const parts = [
    ...(was.disabled === is.disabled ? [] : [is.disabled ? 'disabled' : 'enabled']),
    ...(was.role === is.role ? [] : [`role ${is.role}`]),
    ...(was.hash === is.hash ? [] : ['password']),
    ...((was.oidc ?? was.name) === (is.oidc ?? is.name) ? [] : ['oidc']),
    ...((was.shown ?? was.name) === (is.shown ?? is.name) ? [] : ['shown'])
  ]
  return parts.length > 0 ? parts.join(', ') : undefined
}
