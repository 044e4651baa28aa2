import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { type Replacement, replacing, root } from '../planting.ts'

const folder = join(root, 'dist/faults')

/** Builds the relay, with these texts replaced, into a folder of its own; the path of its `main.js`. */
export async function buildRelay(name: string, replacements: readonly Replacement[] = []): Promise<string> {
  // The relay serves the widget's files from beside it, and wants the folder to be there.
  mkdirSync(join(folder, 'widget'), { recursive: true })
  const outDir = join(folder, name)
  await build({
    configFile: join(root, 'relay/vite.config.ts'),
    build: { outDir, emptyOutDir: true },
    plugins: [replacing(replacements)]
  })
  return join(outDir, 'main.js')
}
