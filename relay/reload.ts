import { changedPaths } from './config/changes.ts'
import type { Config } from './config.ts'
import type { Entrance } from './console/index.ts'
import type { Leaving } from './console/leaving.ts'
import { createLines } from './conversation/lines.ts'
import type { Log } from './lib/log.ts'
import { withPeopleOf } from './people-of.ts'

interface ReloadParts {
  /** What the relay was started with. */
  config: Config
  entrance: Entrance | undefined
  leaving: Leaving | undefined
  log: Log
}

/** Takes of another configuration what needs no restart. Throws a ConfigError where that does not fit the rest: nothing is changed then. */
export type Reload = (config: Config) => Promise<void>

export function createReload({ config, entrance, leaving, log }: ReloadParts): Reload {
  let running = config
  const lines = createLines<'reload'>()

  async function take(next: Config): Promise<void> {
    const taken = withPeopleOf(running, next)
    if (entrance?.renew && taken.console) {
      const renewed = await entrance.renew(taken.console)
      if (!renewed) return log.error({}, 'the accounts could not be stored, and are as they were')
      log.info({ accounts: renewed.changes.join('; ') || 'as they were' }, 'the configuration was read anew')
      leaving?.leave(renewed.left)
    }
    running = taken
    const paths = changedPaths(running, next)
    if (paths.length > 0)
      log.warn({ needsRestart: paths.join(', ') }, 'changed in the configuration, not taken')
  }

  // One after the other, in the order in which they were asked for.
  return next => lines.join('reload', () => take(next))
}
