import { realEnvironment } from '../connection/environment.ts'
import type { Settings } from '../settings.ts'

/** How long a page may take to say who its visitor is, ms. */
const patienceMs = 10_000
/** So long after each failure it is asked again, ms: what made one request fail may make the next. */
const againMs = [1_000, 4_000, 15_000]

const { after } = realEnvironment

/** The visitor's identity as the page gives it now. Fails where the page does, or takes too long. */
export async function identityOf({ identity }: Settings): Promise<string | undefined> {
  if (typeof identity !== 'function') return identity
  let stop = () => {}
  const late = new Promise<never>((_, refuse) => {
    stop = after(patienceMs, () => refuse(new Error('Footbridge: the page did not say who is there')))
  })
  try {
    return await Promise.race([identity(), late])
  } finally {
    stop()
  }
}

/** Where the page fails to say who is there, it is somebody whom nobody knows, or nobody where the site asks for one. */
export const first = (settings: Settings): Promise<string | undefined> => identityOf(settings).catch(report)

/**
 * Another identity for one that was refused: it has run out, or the site asks for one. A page that gives the same
 * again has no better one, and is not asked in circles; one that fails is asked again a few times.
 */
export async function renewed(settings: Settings, refused: string | undefined): Promise<string | undefined> {
  for (const ms of [...againMs, 0]) {
    if (typeof settings.identity !== 'function') return undefined
    const { identity } = settings
    const given = await identityOf(settings).then(jwt => ({ jwt }), report)
    // Whoever has come meanwhile was told by the page itself.
    if (settings.identity !== identity) return undefined
    if (given) return given.jwt === refused ? undefined : given.jwt
    if (ms) await new Promise<void>(done => after(ms, done))
  }
  return undefined
}

function report(failure: unknown): undefined {
  console.error('Footbridge:', failure)
}
