import { configSchema } from '../../relay/config.ts'
import { platforms } from '../../relay/platforms.ts'
import { type Document, isShape, typeOf } from './document.ts'

/** docs/configuration-keys.md: every key, its type, its default, and what it means. */
export function configurationKeys(): Document {
  const lines = [
    '# Every key of the configuration',
    '',
    '<!-- Made by `npm run docs` from relay/config.ts and the platforms’ settings. Do not edit. -->',
    '',
    '| key | type | default | means |',
    '| --- | --- | --- | --- |',
    ...rows(configSchema(platforms), '')
  ]
  return { path: 'docs/configuration-keys.md', text: `${lines.join('\n')}\n` }
}

function rows(schema: unknown, path: string): string[] {
  if (!isShape(schema)) return []
  const parts = schema['allOf']
  if (Array.isArray(parts)) return parts.flatMap(part => rows(part, path))
  const options = schema['anyOf']
  if (Array.isArray(options)) return options.flatMap(option => platformRows(option, path))
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const properties = isShape(schema['properties']) ? Object.entries(schema['properties']) : []
  const own = properties.flatMap(([key, value]) =>
    row(value, path ? `${path}.${key}` : key, required.includes(key))
  )
  const { additionalProperties, items } = schema
  return [
    ...own,
    ...(isShape(additionalProperties) ? rows(additionalProperties, `${path}.ID`) : []),
    ...(isShape(items) ? rows(items, `${path}[]`) : [])
  ]
}

/** One of several platforms that have the same place. */
function platformRows(option: unknown, path: string): string[] {
  const name = platformOf(option)
  return name === undefined ? [] : rows(option, `${path} (${name})`)
}

function platformOf(option: unknown): string | undefined {
  if (!isShape(option)) return undefined
  const { allOf: parts, properties } = option
  if (Array.isArray(parts)) return parts.map(platformOf).find(name => name !== undefined)
  const platform = isShape(properties) ? properties['platform'] : undefined
  return isShape(platform) && typeof platform['const'] === 'string' ? platform['const'] : undefined
}

function row(schema: unknown, path: string, required: boolean): string[] {
  const inside = rows(schema, path)
  if (!isShape(schema)) return []
  const unset = required ? 'must be set' : ''
  const value = 'default' in schema ? `\`${JSON.stringify(schema['default'])}\`` : unset
  const { description } = schema
  const means = typeof description === 'string' ? description.replaceAll('|', '\\|') : ''
  const own = inside.length > 0 ? [] : [`| \`${path}\` | ${typeOf(schema)} | ${value} | ${means} |`]
  return [...own, ...inside]
}
