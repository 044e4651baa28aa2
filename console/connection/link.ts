/** Where the stream stands. */
export type Link =
  | { is: 'off' }
  | { is: 'trying'; tries: number }
  | { is: 'live' }
  /** It will be tried again. */
  | { is: 'resting'; tries: number }

export type LinkEvent =
  | { is: 'start' }
  | { is: 'opened' }
  /** `status` is 0 where nobody answered, or the stream broke off. */
  | { is: 'lost'; status: number }
  | { is: 'due' }
  | { is: 'bye'; reason: 'signedOut' | 'closing' }
  | { is: 'stop' }

export type LinkEffect =
  | { do: 'open' | 'close' }
  /** `due` is handed in so much later. */
  | { do: 'rest'; forMs: number }
  /** Whatever happened meanwhile has been told, or is to be asked for. */
  | { do: 'catchUp' }
  | { do: 'signedOut' }

type Step = readonly [Link, readonly LinkEffect[]]

const firstMs = 500
const capMs = 15_000
const off: Link = { is: 'off' }

/** What is done about the stream, as data. `chance` is from 0 to 1, so that not all desks come back at once. */
export function stepLink(link: Link, event: LinkEvent, chance: number): Step {
  switch (event.is) {
    case 'start':
      return link.is === 'off' ? [{ is: 'trying', tries: 0 }, [{ do: 'open' }]] : [link, []]
    case 'opened':
      return link.is === 'trying' ? [{ is: 'live' }, [{ do: 'catchUp' }]] : [link, []]
    case 'lost':
      return lost(link, event.status, chance)
    case 'due':
      return link.is === 'resting' ? [{ is: 'trying', tries: link.tries }, [{ do: 'open' }]] : [link, []]
    case 'bye':
      if (event.reason === 'signedOut') return end(link, [{ do: 'signedOut' }])
      return lost(link, 0, chance)
    case 'stop':
      return end(link, [])
    default:
      return event satisfies never
  }
}

function lost(link: Link, status: number, chance: number): Step {
  if (link.is === 'off' || link.is === 'resting') return [link, []]
  if (status === 401) return end(link, [{ do: 'signedOut' }])
  const tries = link.is === 'live' ? 0 : link.tries
  const forMs = Math.round(Math.min(capMs, firstMs * 2 ** tries) * (0.5 + chance / 2))
  return [{ is: 'resting', tries: tries + 1 }, [{ do: 'close' }, { do: 'rest', forMs }]]
}

const end = (link: Link, more: readonly LinkEffect[]): Step =>
  link.is === 'off' ? [off, []] : [off, [{ do: 'close' }, ...more]]
