import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A text of the source, and what a build has in its place. */
export interface Replacement {
  file: string
  find: string
  replace: string
}

/** Fails the build when a text is not there exactly once: a planted fault must not rot away in silence. */
export function replacing(replacements: readonly Replacement[]): Plugin {
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
      if (missing && !error) throw new Error(`${missing.file} is not part of what is built`)
    }
  }
}

export function replaceOnce(code: string, { file, find, replace }: Replacement): string {
  const pieces = code.split(find)
  if (pieces.length !== 2) throw new Error(`${file} has ${pieces.length - 1} times, not once: ${find}`)
  return pieces.join(replace)
}
