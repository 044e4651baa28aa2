import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export interface Source {
  /** From the root, with forward slashes. */
  path: string
  text: string
}

export const repository = join(import.meta.dirname, '../..')

const roots = ['shared', 'relay', 'widget', 'console', 'e2e', 'bench', '.ci', 'docs']
const leaveOut = new Set(['node_modules', 'dist', 'data', 'test-results'])

export function list(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter(entry => !leaveOut.has(entry.name))
    .flatMap(entry => {
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? list(root, path) : [path]
    })
    .sort()
}

export function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export function files(root: string, wanted: RegExp): Source[] {
  const top = readdirSync(root).filter(name => roots.includes(name))
  const found = top.flatMap(name => list(root, name)).filter(path => wanted.test(path))
  // A check that looked at nothing must not pass.
  if (found.length === 0) throw new Error(`no file in ${root} matches ${wanted}`)
  return found.map(path => ({ path, text: read(root, path) }))
}

export function sources(root: string): Source[] {
  return files(root, /\.tsx?$/)
}

export function isTest(path: string): boolean {
  return /\.(test|spec|contract)\.tsx?$/.test(path)
}

export function under(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
