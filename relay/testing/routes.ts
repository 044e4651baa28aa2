import { Router } from 'express'

/** As many layers as there are handlers; one without a method answers to all. */
interface Route {
  stack: readonly { method?: string | undefined }[]
}

/** What Express does when a router is built: `route` for `get` and the like, `use` for a router inside another. */
interface Building {
  route(path: string): Route
  use(...given: unknown[]): unknown
}

interface Built {
  /** Where a router stands, and in which. */
  mounts: Map<unknown, { within: unknown; path: string }>
  routes: { within: unknown; path: string; route: Route }[]
}

/**
 * Every route that Express serves of what is begun meanwhile, such as `GET /api/v1/me`: read off Express itself, so that
 * nobody has to keep a list of them.
 */
export async function watchRoutes<Begun>(
  begin: () => Promise<Begun>
): Promise<{ begun: Begun; routes: string[] }> {
  const building: Building = Router.prototype
  const { route, use } = building
  const built: Built = { mounts: new Map(), routes: [] }
  building.route = function (path) {
    const made = route.call(this, path)
    built.routes.push({ within: this, path, route: made })
    return made
  }
  building.use = function (...given) {
    const [path] = given
    for (const one of given.flat()) {
      if (one instanceof Router)
        built.mounts.set(one, { within: this, path: typeof path === 'string' ? path : '' })
    }
    return use.apply(this, given)
  }
  try {
    return { begun: await begin(), routes: namesOf(built) }
  } finally {
    Object.assign(building, { route, use })
  }
}

function namesOf({ mounts, routes }: Built): string[] {
  const before = (router: unknown): string => {
    const mount = mounts.get(router)
    return mount ? before(mount.within) + mount.path.replace(/\/$/, '') : ''
  }
  return routes.flatMap(({ within, path, route }) =>
    methodsOf(route).map(method => `${method} ${before(within)}${path}`)
  )
}

const methodsOf = ({ stack }: Route): string[] => [
  ...new Set(stack.map(({ method }) => method?.toUpperCase() ?? 'ALL'))
]
