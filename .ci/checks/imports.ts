import { posix } from 'node:path'
import { parse, textOf, walk } from './syntax.ts'
import type { Source } from './tree.ts'

export interface Import {
  /** As it is written. */
  wrote: string
  /** The file it leads to, from the root. */
  to: string
  typeOnly: boolean
}

type Wrote = Pick<Import, 'wrote' | 'typeOnly'>

/** What a file imports of ours, in every way there is: static, re-exported, lazy, in a type. */
export function importsOf(source: Source): Import[] {
  const { program, module } = parse(source)
  const found: Wrote[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    wrote: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(entry => entry.isType)
  }))
  for (const { moduleRequest, isType } of module.staticExports.flatMap(line => line.entries)) {
    if (moduleRequest) found.push({ wrote: moduleRequest.value, typeOnly: isType })
  }
  walk(program, node => {
    const wrote = textOf(node['source'])
    if (wrote === undefined) return
    if (node.type === 'ImportExpression') found.push({ wrote, typeOnly: false })
    if (node.type === 'TSImportType') found.push({ wrote, typeOnly: true })
  })
  return found.flatMap(item => resolve(source.path, item))
}

function resolve(from: string, item: Wrote): Import[] {
  if (item.wrote.startsWith('#shared/')) return [{ ...item, to: item.wrote.slice(1) }]
  if (item.wrote.startsWith('.')) return [{ ...item, to: posix.join(posix.dirname(from), item.wrote) }]
  return []
}
