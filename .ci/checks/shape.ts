import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { list, read } from './tree.ts'

const families = [
  { folder: 'relay/bots', suite: 'botContract', exempt: [] },
  // The widget is ours: it speaks our own wire over a socket, not a platform's webhooks.
  { folder: 'relay/channels', suite: 'channelContract', exempt: ['widget'] }
]
const parts = ['contract.ts', 'verify.ts', 'receive.ts', 'send.ts', 'index.ts']

export function check(root: string): string[] {
  return families.flatMap(({ folder, suite, exempt }) =>
    folders(root, folder)
      .filter(name => !exempt.some(other => other === name))
      .flatMap(name =>
        missing(root, `${folder}/${name}`, suite).map(what => `${folder}/${name} has no ${what}`)
      )
  )
}

function folders(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
}

function missing(root: string, folder: string, suite: string): string[] {
  const present = list(root, folder)
  const lacking = parts.filter(part => !present.includes(`${folder}/${part}`))
  const sampled = present.some(path => path.startsWith(`${folder}/samples/`) && path.endsWith('.json'))
  const tests = present.filter(path => path.endsWith('.test.ts'))
  const runsSuite = tests.some(path => read(root, path).includes(`${suite}(`))
  return [
    ...lacking,
    ...(sampled ? [] : ['sample in samples/*.json']),
    ...(runsSuite ? [] : [`test that runs ${suite}()`])
  ]
}
