import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { type Replacement, replacing, root } from '../planting.ts'

/** Builds the widget, with these texts replaced, into a folder of its own, beside the relay as it is; the folder. */
export async function buildBeside(name: string, replacements: readonly Replacement[]): Promise<string> {
  const dist = join(root, 'dist/soak', name)
  rmSync(dist, { recursive: true, force: true })
  cpSync(join(root, 'dist/relay'), join(dist, 'relay'), { recursive: true })
  await build({
    configFile: join(root, 'widget/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(dist, 'widget') },
    plugins: [replacing(replacements)]
  })
  return dist
}
