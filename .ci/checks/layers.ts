import { type Import, importsOf } from './imports.ts'
import { isTest, sources, under } from './tree.ts'

interface Layer {
  may: string[]
  /** Only `import type`: the names, not the code. */
  types?: string[]
}

const adapter: Layer = { may: ['relay/conversation', 'relay/outbox/destination.ts', 'relay/lib', 'shared'] }

const consoleContract = [
  'console/contract.ts',
  'console/records-contract.ts',
  'console/subscriptions-contract.ts'
]

// What a folder may import besides itself. The longest key that holds a file is its layer.
const layers: Record<string, Layer> = {
  shared: { may: [] },
  relay: { may: ['relay', 'shared'] },
  'relay/lib': { may: [] },
  'relay/config.ts': { may: ['relay/config', 'relay/lib'] },
  'relay/config': { may: ['relay/lib'] },
  'relay/conversation': { may: ['relay/lib', 'shared'] },
  'relay/outbox': { may: ['relay/conversation', 'relay/lib', 'shared'] },
  'relay/stores': {
    may: ['relay/conversation', 'relay/lib', 'shared'],
    types: ['relay/console/store.ts', 'relay/console/operators/store.ts']
  },
  'relay/files': { may: ['relay/conversation', 'relay/lib', 'shared'] },
  'relay/bots': adapter,
  'relay/channels': { may: [...adapter.may, 'relay/config/mask.ts', 'relay/config/parts.ts'] },
  'relay/topics': adapter,
  'relay/console': {
    may: ['relay/conversation', 'relay/files', 'relay/lib', 'shared'],
    types: ['relay/config.ts']
  },
  'relay/reference-bot': { may: ['relay/bots/ingenious/contract.ts', 'relay/lib'] },
  'relay/http': {
    may: [
      'relay/bots/bot.ts',
      'relay/bots/index.ts',
      'relay/channels/channel.ts',
      'relay/channels/index.ts',
      'relay/channels/widget/index.ts',
      'relay/channels/widget/uploading.ts',
      'relay/console',
      'relay/conversation',
      'relay/files',
      'relay/lib',
      'shared'
    ],
    types: ['relay/config.ts', 'relay/outbox/destination.ts']
  },
  'relay/demo': { may: ['relay/config.ts', 'relay/lib', 'shared'] },
  'relay/testing': { may: ['relay', 'shared'] },
  widget: { may: ['widget', 'shared'] },
  'widget/connection': {
    may: ['shared', 'widget/storage.ts', 'widget/play-storage.ts', 'widget/lazy.ts']
  },
  'widget/state': { may: ['shared', 'widget/connection', 'widget/words'] },
  'widget/ui': { may: ['shared', 'widget/state', 'widget/words', 'widget/lazy.ts'] },
  'widget/words': { may: ['shared'] },
  console: { may: ['console'] },
  'console/vite.config.ts': { may: ['widget/compress.ts'] },
  'console/contract.ts': { may: ['shared'] },
  'console/records-contract.ts': { may: [] },
  'console/subscriptions-contract.ts': { may: ['console/contract.ts'] },
  'console/connection': { may: [...consoleContract, 'shared'] },
  'console/state': { may: [...consoleContract, 'console/words', 'shared'] },
  'console/ui': { may: [...consoleContract, 'console/state', 'console/words', 'shared'] },
  'console/words': { may: [] },
  e2e: { may: ['e2e/desk-stage', 'e2e/faults/random.ts', 'relay/testing/issuer.ts', 'shared'] },
  'e2e/faults': { may: ['shared', 'e2e', 'widget/connection'] },
  'e2e/desk-stage': { may: [...consoleContract, 'e2e/actors', 'shared'] },
  bench: { may: ['shared', 'relay', 'widget', 'e2e'] },
  '.ci': { may: ['.ci'] },
  '.ci/docs': { may: ['shared', 'relay'] }
}

const forTests = ['relay/testing']
const mayLeaveItsTop = [
  'bench',
  'console/vite.config.ts',
  'e2e/desk-stage',
  'e2e/faults',
  'e2e/issued.ts',
  '.ci/docs'
]
const sibling = /^(relay\/(?:bots|channels))\/([^/.]+)\//

export function check(root: string): string[] {
  const graph = new Map<string, Import[]>()
  for (const source of sources(root)) graph.set(source.path, importsOf(source))
  const wrong = [...graph].flatMap(([from, imports]) => imports.flatMap(item => refuse(from, item)))
  return [...wrong, ...cycles(graph)]
}

function refuse(from: string, item: Import): string[] {
  const refusals = [layerRefusal(from, item), siblingRefusal(from, item.to), topRefusal(from, item)]
  return refusals.filter(refusal => refusal !== undefined)
}

function layerRefusal(from: string, { to, typeOnly }: Import): string | undefined {
  if (to === 'relay/main.ts') return `${from} imports relay/main.ts, which nobody may`
  const home = homeOf(from)
  const layer = home === undefined ? undefined : layers[home]
  if (home === undefined || !layer) return `${from} is in a folder that the table of layers does not know`
  if (homeOf(to) === home) return undefined
  const allowed = [...layer.may, ...(typeOnly ? (layer.types ?? []) : []), ...(isTest(from) ? forTests : [])]
  if (allowed.some(folder => under(to, folder))) return undefined
  const onlyTypes = layer.types?.some(folder => under(to, folder)) ? ' (only its types)' : ''
  return `${from} may not import ${to}${onlyTypes}; ${home} may import ${allowed.join(', ') || 'nothing'}`
}

function homeOf(path: string): string | undefined {
  const holding = Object.keys(layers).filter(folder => under(path, folder))
  return holding.sort((a, b) => b.length - a.length)[0]
}

function siblingRefusal(from: string, to: string): string | undefined {
  const [, family, own] = sibling.exec(from) ?? []
  const [, otherFamily, other] = sibling.exec(to) ?? []
  if (!family || family !== otherFamily || own === other) return undefined
  return `${from} reaches into its sibling ${to}`
}

function topRefusal(from: string, { wrote, to }: Import): string | undefined {
  const leaves = wrote.startsWith('.') && to.split('/')[0] !== from.split('/')[0]
  if (!leaves || mayLeaveItsTop.some(folder => under(from, folder))) return undefined
  return `${from} leaves its top folder by ${wrote}; write #shared/...`
}

/** Types vanish before anything runs, so they make no cycle. */
function cycles(graph: Map<string, Import[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) found.push(`cycle ${[...trail.slice(trail.indexOf(path)), path].join(' > ')}`)
    if (done.has(path) || trail.includes(path)) return
    for (const next of graph.get(path) ?? []) if (!next.typeOnly) visit(next.to, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}
