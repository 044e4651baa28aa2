import { type ParseResult, parseSync } from 'vite'
import type { Source } from './tree.ts'

/** A node of the syntax tree, seen only as far as the checks look. */
export interface Node {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

/** Who holds a node, by which field, and where that one is held. */
export interface Place {
  parent?: Node
  field?: string
  above?: Place
}

export type Visit = (node: Node, place: Place) => void

export function parse({ path, text }: Source): ParseResult {
  const parsed = parseSync(path, text)
  const [error] = parsed.errors
  if (error) throw new Error(`${path}: ${error.message}`)
  return parsed
}

export function walk(value: unknown, visit: Visit, place: Place = {}): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit, place)
    return
  }
  if (!isNode(value)) return
  visit(value, place)
  for (const [field, child] of Object.entries(value))
    walk(child, visit, { parent: value, field, above: place })
}

export function walkSource(source: Source, visit: Visit): void {
  walk(parse(source).program, visit)
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

export function nameOf(value: unknown): string | undefined {
  return isNode(value) && typeof value['name'] === 'string' ? value['name'] : undefined
}

export function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (typeof value['value'] === 'string') return value['value']
  if (value.type !== 'TemplateLiteral') return undefined
  return JSON.stringify(value['quasis'])
}

export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
