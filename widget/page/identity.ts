import type { Settings } from '../settings.ts'

/** The visitor's identity as the page gives it now. */
export async function identityOf({ identity }: Settings): Promise<string | undefined> {
  return typeof identity === 'function' ? identity() : identity
}

/**
 * Another identity for one that was refused: it has run out, or the site asks for one. A page that gives the same
 * again has no better one, and is not asked in circles.
 */
export async function renewed(settings: Settings, refused: string | undefined): Promise<string | undefined> {
  if (typeof settings.identity !== 'function') return undefined
  const jwt = await identityOf(settings)
  return jwt === refused ? undefined : jwt
}
