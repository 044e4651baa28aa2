import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'dist/faults')

/** A text of the source, and what a build has in its place. */
export interface Replacement {
  file: string
  find: string
  replace: string
}

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

/** Fails the build when a text is not there exactly once: a planted fault must not rot away in silence. */
function replacing(replacements: readonly Replacement[]): Plugin {
  const planted = new Set<Replacement>()
  return {
    name: 'replacing',
    enforce: 'pre',
    transform(code, id) {
      const here = replacements.filter(({ file }) => id === join(root, file))
      for (const replacement of here) planted.add(replacement)
      return here.length > 0 ? { code: here.reduce(replaceOnce, code), map: null } : null
    },
    buildEnd(error) {
      const missing = replacements.find(replacement => !planted.has(replacement))
      if (missing && !error) throw new Error(`${missing.file} is not part of the relay`)
    }
  }
}

export function replaceOnce(code: string, { file, find, replace }: Replacement): string {
  const pieces = code.split(find)
  if (pieces.length !== 2) throw new Error(`${file} has ${pieces.length - 1} times, not once: ${find}`)
  return pieces.join(replace)
}
