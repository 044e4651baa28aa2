import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { slim } from './slim.ts'

const source = join(createRequire(import.meta.url).resolve('preact'), '../../src/render.js')

/** What the build makes of a file; an error of the plugin is thrown, as the build ends with it. */
function built(code: string, id: string): unknown {
  const { transform } = slim()
  if (typeof transform !== 'function') throw new Error('it cuts nothing')
  const error = (why: string) => {
    throw new Error(why)
  }
  return Reflect.apply(transform, { error }, [code, id])
}

test('Preact is built without what nobody here uses', () => {
  const code = readFileSync(source, 'utf8')
  expect(code).toContain('isHydrating')
  expect(String(built(code, source)).split('export function hydrate')[0]).not.toContain('isHydrating')
})

test('a newer Preact, in which something else stands, is not built', () => {
  expect(() => built('export const render = 1', source)).toThrow('has become another')
})

test.each([
  '<p dangerouslySetInnerHTML={html} />',
  'override componentDidCatch() {}',
  'this.setState(({ count }) => ({ count: count + 1 }))',
  "this.setState(next => ({ ...next, is: 'open' }))",
  'const theme = createContext(light)'
])('a component that needs what is not there is not built: %s', code => {
  expect(() => built(code, '/widget/ui/row.tsx')).toThrow('Preact is built without')
})

test('a component that needs what is there is let through', () => {
  expect(built('this.setState({ broken: true })', '/widget/ui/row.tsx')).toBeUndefined()
})
