import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from './config.ts'
import type { Clock } from './lib/clock.ts'
import type { Crash } from './lib/crash.ts'
import type { Log } from './lib/log.ts'
import { openSqlite, type SqliteStore } from './stores/sqlite/index.ts'

/** A claim of another node, should this one die, is free after this long. */
export const leaseMs = 30_000

/** The file of the store. */
export const pathOf = ({ store }: Pick<Config, 'store'>): string => store.replace(/^sqlite:/, '')

interface StoreParts {
  config: Pick<Config, 'store'>
  clock: Clock
  crash: Crash
  log: Log
}

/** Where the logs live; the folder is made. */
export function openStore({ config, clock, crash, log }: StoreParts): SqliteStore {
  const path = pathOf(config)
  mkdirSync(dirname(path), { recursive: true })
  const onFault = (error: unknown) =>
    log.error({ error: String(error) }, 'a fault in the store or of who watches it')
  return openSqlite({ path, clock, node: randomUUID(), leaseMs, crash, onFault })
}
