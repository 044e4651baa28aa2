import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { textOf, walkSource } from './syntax.ts'
import { isTest, list, read, type Source, sources, under } from './tree.ts'

const spec = 'docs/SPEC.md'
const id = /\[([A-Z]{1,3}\d+)\]/g
// A rule begins its line: `**[C7]** ...`, `- [C7] ...`, `### [C7] ...`, or has a row of a table: `| C7 | ...`.
const definition = /^(?:[\s#>*|-]*\[([A-Z]{1,3}\d+)\]|\|\s*([A-Z]{1,3}\d+)\s*\|)/gm

/** The specification and the tests name the same rules. */
export function check(root: string): string[] {
  if (!existsSync(join(root, spec)))
    return [`${spec} is missing: it defines the rules that test titles quote`]
  const defined = definitions(root)
  const quoted = sources(root).flatMap(source => quotes(source))
  const rules = new Set(quoted.map(quote => quote.rule))
  const twice = defined.filter((rule, index) => defined.indexOf(rule) !== index)
  const untested = defined.filter(rule => !rules.has(rule))
  const unknown = quoted.filter(({ rule }) => !defined.includes(rule))
  return [
    ...(defined.length ? [] : [`${spec} defines no rule; a rule is a line such as **[C7]** ...`]),
    ...twice.map(rule => `${spec} defines [${rule}] twice`),
    ...untested.map(rule => `[${rule}] of ${spec} is quoted by no test`),
    ...unknown.map(({ rule, path }) => `${path} quotes [${rule}], which ${spec} does not define`)
  ]
}

/** The page itself, and the chapters beside it if it has any. */
function definitions(root: string): string[] {
  const chapters = list(root, 'docs').filter(path => under(path, 'docs/rules') && path.endsWith('.md'))
  const found = [spec, ...chapters].flatMap(path => [...read(root, path).matchAll(definition)])
  return found.map(([, bracketed, row]) => bracketed ?? row ?? '')
}

function quotes(source: Source): { rule: string; path: string }[] {
  if (!isTest(source.path) || under(source.path, '.ci')) return []
  const found: string[] = []
  walkSource(source, node => {
    const title = node.type === 'CallExpression' ? textOf((node['arguments'] as unknown[])[0]) : undefined
    for (const [, rule = ''] of title?.matchAll(id) ?? []) found.push(rule)
  })
  return found.map(rule => ({ rule, path: source.path }))
}
