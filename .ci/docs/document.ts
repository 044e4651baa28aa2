/** A file that is made from code, and must never be edited by hand. */
export interface Document {
  path: string
  text: string
}

type Shape = { readonly [key: string]: unknown }

export const isShape = (value: unknown): value is Shape =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** A JSON Schema in a few words, for a table. */
export function typeOf(schema: unknown): string {
  if (!isShape(schema)) return 'anything'
  if ('const' in schema) return `\`${JSON.stringify(schema['const'])}\``
  if (Array.isArray(schema['enum']))
    return schema['enum'].map(value => `\`${JSON.stringify(value)}\``).join(' or ')
  const parts = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(parts)) return parts.map(typeOf).join(' or ')
  if (schema['type'] === 'array') return `list of ${typeOf(schema['items'])}`
  if (schema['type'] === 'object') return objectOf(schema)
  return typeof schema['type'] === 'string' ? schema['type'] : 'anything'
}

function objectOf(schema: Shape): string {
  const properties = isShape(schema['properties']) ? Object.entries(schema['properties']) : []
  const kind = isShape(schema['properties']) ? schema['properties']['kind'] : undefined
  // One of several kinds that have a section of their own.
  if (isShape(kind) && 'const' in kind) return `*${String(kind['const'])}*`
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  if (properties.length === 0) return 'object'
  const inside = properties.map(
    ([key, value]) => `${key}${required.includes(key) ? '' : '?'}: ${typeOf(value)}`
  )
  return `{ ${inside.join(', ')} }`
}
