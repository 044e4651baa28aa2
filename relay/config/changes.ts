import { isDeepStrictEqual } from 'node:util'

/** Where two configurations differ, by the deepest keys that both have. Never what stands there. */
export function changedPaths(before: unknown, after: unknown, path = ''): readonly string[] {
  if (isDeepStrictEqual(before, after)) return []
  if (!isSection(before) || !isSection(after)) return [path]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap(key => changedPaths(before[key], after[key], path === '' ? key : `${path}.${key}`))
}

const isSection = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
