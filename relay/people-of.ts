import { consoleSettings } from './config/console.ts'
import { ConfigError, explain } from './config/problems.ts'
import type { Config } from './config.ts'

/** As the relay runs, with the accounts and the canned replies of another configuration. Throws where these do not fit the rest. */
export function withPeopleOf(running: Config, next: Config): Config {
  if (!running.console || !next.console) return running
  const { accounts, canned } = next.console
  const read = consoleSettings.safeParse({ ...running.console, accounts, canned })
  if (!read.success) throw new ConfigError(explain(read.error, ['console']))
  return { ...running, console: read.data }
}
