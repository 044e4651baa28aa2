import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keeps a copy of the build's files among those of the builds before it, and returns where they are. A browser that has
 * an older loader asks for the rest of that widget, days later: their names never come again, so they can stay.
 */
export function keepAssets(widgetFolder: string, keptFolder: string): string {
  const from = join(widgetFolder, 'assets')
  const to = join(keptFolder, 'assets')
  mkdirSync(to, { recursive: true })
  const built = existsSync(from) ? readdirSync(from) : []
  for (const name of built) if (!existsSync(join(to, name))) copyWhole(join(from, name), join(to, name))
  return keptFolder
}

/** A copy that a crash broke off never has the name of a whole one. */
function copyWhole(from: string, to: string): void {
  copyFileSync(from, `${to}.part`)
  renameSync(`${to}.part`, to)
}
