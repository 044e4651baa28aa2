/** Whom a signed identity is about. Nothing is checked here, that is the relay's: it only tells one from another. */
export function subjectOf(jwt: string | undefined): unknown {
  try {
    const claims = jwt?.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
    const { sub }: { sub?: unknown } = JSON.parse(atob(claims))
    return sub
  } catch {
    return jwt
  }
}
