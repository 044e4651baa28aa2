import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** What is built. */
export const repository: string = fileURLToPath(new URL('../..', import.meta.url))

/** The preview extension, built as an operator builds it, where no other journey builds one. */
export async function buildExtension(cwd: string): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-extension-'))
  await run('npm', ['run', '--silent', 'extension', '--', '--outDir', folder], { cwd })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
