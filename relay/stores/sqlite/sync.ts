import { closeSync, fdatasync, openSync } from 'node:fs'

/** The database's write-ahead log, made durable off the main thread. */
export interface Sync {
  /** Resolves once everything written before is on the disk. */
  (): Promise<void>
  close(): void
}

/** The file is there from the first commit on, and stays the same one while the database is open. */
export function createSync(path: string): Sync {
  let file: number | undefined
  const sync = () =>
    new Promise<void>((resolve, reject) => {
      file ??= openSync(`${path}-wal`, 'r+')
      fdatasync(file, error => (error ? reject(error) : resolve()))
    })
  return Object.assign(sync, {
    close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    }
  })
}
