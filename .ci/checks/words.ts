import { basename } from 'node:path'
import { lineOf, type Node, nameOf, type Place, walkSource } from './syntax.ts'
import { files, type Source, under } from './tree.ts'

// The words that docs/VOCABULARY.md replaces, and what to write instead.
const banned: Record<string, string> = {
  customer: 'visitor',
  client: 'visitor, or widget',
  staff: 'agent',
  admin: 'operator',
  assistant: 'bot',
  vendor: 'platform',
  provider: 'platform',
  thread: 'conversation',
  ticket: 'conversation',
  escalate: 'handover',
  escalation: 'handover',
  sink: 'destination',
  handshake: 'hello, welcome',
  subscribe: 'follow',
  tail: 'follow',
  offset: 'cursor',
  mock: 'fake',
  stub: 'fake',
  fixture: 'sample'
}

interface Allowed {
  word: string
  in?: string
  name?: RegExp
  why: string
}

const allowed: Allowed[] = [
  { word: 'client', name: /client-?_?id/i, why: 'the id that a message is given by its sender' },
  { word: 'fixture', in: 'e2e', why: 'what Playwright calls the things it hands to a test' },
  { word: 'client', in: 'bench', why: 'the programs that load a relay are clients, not visitors' }
]

// A platform's own words stay in that platform's folder.
const theirs = /^(relay\/bots|relay\/channels|e2e\/fakes|docs\/contracts)\/(?!widget\/)[^/]+/

interface Named {
  name: string
  path: string
  line?: number
}

export function check(root: string): string[] {
  const looked = files(root, /./).filter(({ path }) => !theirs.test(path))
  return looked.flatMap(namesOf).flatMap(judge)
}

function judge(named: Named): string[] {
  const wrong = wordsOf(named.name).filter(word => banned[word] && !isAllowed(word, named))
  const where = named.line ? `${named.path}:${named.line}` : named.path
  return wrong.map(word => `${where} says ${word} in "${named.name}"; our word is ${banned[word]}`)
}

function isAllowed(word: string, { name, path }: Named): boolean {
  return allowed.some(
    allow => allow.word === word && (allow.name?.test(name) ?? true) && (!allow.in || under(path, allow.in))
  )
}

/** camelCase, kebab-case, SNAKE_CASE and plurals to plain words. */
function wordsOf(name: string): string[] {
  const parts = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/)
  return parts.map(part => part.toLowerCase()).map(part => (banned[part] ? part : part.replace(/s$/, '')))
}

function namesOf(source: Source): Named[] {
  const { path, text } = source
  const own = [{ name: path, path }]
  if (/\.tsx?$/.test(path)) return [...own, ...declared(source)]
  if (!path.endsWith('.md') || basename(path) === 'VOCABULARY.md') return own
  const headings = [...text.matchAll(/^#+ (.*)$/gm)]
  return [...own, ...headings.map(({ 1: name = '', index }) => ({ name, path, line: lineOf(text, index) }))]
}

/** What a module calls things, exported or not, and the members of its types; locals are nobody's business. */
function declared(source: Source): Named[] {
  const found: Named[] = []
  walkSource(source, (node, place) => {
    const name = declares(node, place) ? nameOf(node) : undefined
    if (name) found.push({ name, path: source.path, line: lineOf(source.text, node.start) })
  })
  return found
}

function declares(node: Node, place: Place): boolean {
  const holder = place.parent?.type ?? ''
  if (place.field === 'key') return /^TS(Property|Method)Signature$/.test(holder)
  if (place.field !== 'id') return false
  return holder === 'VariableDeclarator' ? !isLocal(place) : true
}

function isLocal({ parent, above }: Place): boolean {
  return /Function/.test(parent?.type ?? '') || (above !== undefined && isLocal(above))
}
