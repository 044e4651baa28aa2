import { isNode, lineOf, type Node, nameOf, walkSource } from './syntax.ts'
import { isTest, type Source, sources } from './tree.ts'

const runners = /^(test|it|describe|suite|bench|journey)$/
const leftOut = /^(only|skip|skipIf|runIf|todo|fixme|fails?|failing)$/
const shorthand = /^(xit|xtest|xdescribe|fit|fdescribe)$/
const again = /^(retries|retry)$/

export function check(root: string): string[] {
  return sources(root).flatMap(source => {
    if (isTest(source.path)) return found(source, focused)
    return source.path.endsWith('.config.ts') ? found(source, retried) : []
  })
}

function found(source: Source, judge: (node: Node) => string | undefined): string[] {
  const wrong: string[] = []
  walkSource(source, node => {
    const said = judge(node)
    if (said) wrong.push(`${source.path}:${lineOf(source.text, node.start)} ${said}`)
  })
  return wrong
}

function focused(node: Node): string | undefined {
  const property = nameOf(node['property'])
  if (node.type === 'CallExpression' && shorthand.test(nameOf(node['callee']) ?? '')) {
    return `calls ${nameOf(node['callee'])}: every test runs, or is deleted`
  }
  if (node.type !== 'MemberExpression' || !property || !leftOut.test(property)) return undefined
  return runners.test(rootOf(node)) ? `uses .${property}: every test runs, or is deleted` : undefined
}

/** `test.describe.only` hangs on `test`. */
function rootOf(node: unknown): string {
  if (!isNode(node)) return ''
  return nameOf(node) ?? rootOf(node['object'] ?? node['callee'])
}

function retried(node: Node): string | undefined {
  if (node.type !== 'Property' || !again.test(nameOf(node['key']) ?? '')) return undefined
  const isZero = isNode(node['value']) && node['value']['value'] === 0
  return isZero ? undefined : 'runs failed tests again: a test that fails now and then is a bug'
}
