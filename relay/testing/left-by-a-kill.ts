import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another folder, with the store's files as they are just now. */
export function leftByAKill(folder: string): string {
  const left = mkdtempSync(join(tmpdir(), 'footbridge-'))
  for (const end of ['', '-wal', '.mark'])
    copyFileSync(join(folder, `log.db${end}`), join(left, `log.db${end}`))
  return left
}
