import { isNode, lineOf, type Node, nameOf, type Place, walkSource } from './syntax.ts'
import { isTest, type Source, sources, under } from './tree.ts'

interface Reach {
  what: RegExp
  homes: string[]
  instead: string
}

const relayTop = /^relay\/([^/]+|reference-bot\/main)\.ts$/
const consoleTop = /^console\/[^/]+\.tsx?$/
const widgetTop = /^widget\/[^/]+\.tsx?$/
const global = /^(globalThis|window|self)$/

// What reaches out of the program, and the only places it may do so from.
const reaches: Reach[] = [
  {
    what: /^(Date\.now|new Date|Date|performance\.now)$/,
    homes: ['relay/lib', 'widget/connection', 'widget/greetings/index.ts', 'widget top', 'console top'],
    instead: 'take the time from the clock you are handed (relay/lib/clock.ts, widget/connection)'
  },
  {
    what: /^(setTimeout|setInterval)$/,
    homes: [
      'relay/lib',
      'widget/connection',
      'widget/greetings/index.ts',
      'widget/extension/popup.ts',
      'widget/page/hooks.ts',
      'widget top',
      'console top'
    ],
    instead: 'wait by the clock you are handed (relay/lib/clock.ts, widget/connection)'
  },
  {
    what: /^Math\.random$/,
    homes: ['relay/lib', 'relay top', 'widget/connection', 'widget top', 'console top'],
    instead: 'take chance from who made you, as relay/lib does, so that a test can decide it'
  },
  {
    what: /^process\.env$/,
    homes: ['relay/lib', 'relay top'],
    instead: 'read it in relay/config.ts and hand the value down'
  },
  {
    what: /^console$/,
    homes: [
      'relay/lib',
      'relay top',
      'widget/loader.ts',
      'widget/module.ts',
      'widget/core/index.ts',
      'widget/page/identity.ts',
      'widget/page/hooks.ts'
    ],
    instead: 'use the log you are handed (relay/lib/log.ts)'
  }
]
const free = ['.ci', 'bench', 'e2e', 'relay/testing']

export function check(root: string): string[] {
  const looked = sources(root).filter(({ path }) => !isFree(path))
  return looked.flatMap(source => reachesOf(source))
}

function isFree(path: string): boolean {
  return isTest(path) || path.endsWith('.config.ts') || free.some(folder => under(path, folder))
}

function reachesOf(source: Source): string[] {
  const wrong: string[] = []
  walkSource(source, (node, place) => {
    const what = reached(node, place)
    const rule = reaches.find(reach => what && reach.what.test(what))
    if (!rule || rule.homes.some(home => isHome(source.path, home))) return
    wrong.push(`${source.path}:${lineOf(source.text, node.start)} uses ${what}; ${rule.instead}`)
  })
  return wrong
}

function isHome(path: string, home: string): boolean {
  if (home === 'relay top') return relayTop.test(path)
  if (home === 'console top') return consoleTop.test(path)
  return home === 'widget top' ? widgetTop.test(path) : under(path, home)
}

/** The global that a node reaches for, as one would write it. */
function reached(node: Node, place: Place): string | undefined {
  if (node.type === 'NewExpression') return bareDate(node)
  if (node.type === 'MemberExpression') return member(node)
  if (node.type !== 'Identifier' || isOnlyAName(node, place)) return undefined
  const called = place.parent?.type === 'CallExpression' && place.field === 'callee'
  const name = nameOf(node)
  return name === 'Date' && !called ? undefined : name
}

function bareDate(node: Node): string | undefined {
  const bare = Array.isArray(node['arguments']) && node['arguments'].length === 0
  return bare && nameOf(node['callee']) === 'Date' ? 'new Date' : undefined
}

function member(node: Node): string | undefined {
  const object = node['object']
  const ofGlobal = isNode(object) && global.test(nameOf(object['object']) ?? '')
  const owner = ofGlobal ? nameOf(object['property']) : nameOf(object)
  const property = nameOf(node['property'])
  return owner && global.test(owner) ? property : `${owner}.${property}`
}

/** `clock.setTimeout` and `{ console: ... }` name a property, not the global. */
function isOnlyAName(node: Node, { parent, field }: Place): boolean {
  const keyed = (field === 'property' || field === 'key') && !parent?.['computed'] && !parent?.['shorthand']
  return keyed || parent?.['id'] === node || parent?.type.startsWith('TS') === true
}
