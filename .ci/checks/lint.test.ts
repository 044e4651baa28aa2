import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plant } from './plant.ts'
import { repository } from './tree.ts'

// That a rule is on shows only when it refuses something: a misspelt one is silent.
const refused: [string, string][] = [
  ['no-floating-promises', 'const later = async () => 1; later()'],
  ['no-misused-promises', '[1].forEach(async () => { await Promise.resolve() })'],
  ['await-thenable', 'await 1'],
  ['switch-exhaustiveness-check', `declare const x: 'a' | 'b'; switch (x) { case 'a': }`],
  ['no-explicit-any', 'export const x: any = 1'],
  ['no-non-null-assertion', 'declare const x: string | undefined; export const y = x!'],
  ['consistent-type-imports', `import { Server } from 'node:http'; export let x: Server`],
  ['only-throw-error', `throw 'x'`],
  ['no-default-export', 'export default 1'],
  ['no-param-reassign', 'export function f(x: number) { x = 1; return x }'],
  ['no-nested-ternary', 'declare const x: number; export const y = x ? 1 : x > 1 ? 2 : 3'],
  ['max-depth', 'declare const x: number; if (x) { if (x > 1) { if (x > 2) { f() } } } function f() {}'],
  ['max-params', 'export function f(a: 1, b: 1, c: 1, d: 1, e: 1) { return [a, b, c, d, e] }'],
  ['eqeqeq', 'declare const x: number; export const y = x == 1'],
  ['no-else-return', 'export function f(x: number) { if (x) { return 1 } else { return 2 } }']
]

test('the linter refuses what it is set to refuse, and takes a configuration with a default export', () => {
  const planted = refused.map(([rule, text]) => [`${rule}.ts`, `${text}\nexport {}`])
  const root = plant({
    'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, module: 'nodenext' } }),
    'package.json': '{ "type": "module" }',
    'x.config.ts': 'export default 1',
    ...Object.fromEntries(planted)
  })
  const found = lint(root)
  for (const [rule] of refused) expect(found).toMatch(new RegExp(`${rule}\\.ts:.*\\(${rule}\\)`))
  expect(found).not.toContain('x.config.ts')
})

function lint(root: string): string {
  const config = join(repository, '.oxlintrc.json')
  const oxlint = join(repository, 'node_modules/.bin/oxlint')
  const done = spawnSync(oxlint, ['-c', config, '--type-aware', '-f', 'unix', '.'], {
    cwd: root,
    encoding: 'utf8'
  })
  return done.stdout
}
