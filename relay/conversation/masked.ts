import type { Page } from '#shared/wire/hello.ts'
import type { ExactNumber } from '../lib/exact-number.ts'
import { isKeyed, type Json } from '../lib/json.ts'
import type { SiteRules } from './decision.ts'
import type { Input } from './input.ts'

/**
 * An input without what its site does not want to have: before anything is decided, so that nothing else ever sees it.
 * What is too long is refused as it is.
 */
export function masked(input: Input, { mask, maxText }: Pick<SiteRules, 'mask' | 'maxText'>): Input {
  if (!mask) return input
  switch (input.kind) {
    case 'said':
      return input.text.length > maxText ? input : { ...input, text: mask(input.text) }
    case 'note':
      return { ...input, text: mask(input.text) }
    case 'rated':
      return input.text === undefined ? input : { ...input, text: mask(input.text) }
    case 'handback':
      return { ...input, metadata: maskedJson(input.metadata, mask) }
    case 'open':
      return input.page ? { ...input, page: maskedPage(input.page, mask) } : input
    case 'page':
      return { ...input, page: maskedPage(input.page, mask) }
    default:
      return input
  }
}

type Mask = NonNullable<SiteRules['mask']>

/** Names too: whoever writes `name: value` may turn them round. */
function maskedJson(json: Json, mask: Mask): Json {
  if (isList(json)) return json.map(part => maskedJson(part, mask))
  if (!isKeyed(json)) return maskedValue(json, mask)
  const own = createNames()
  return Object.fromEntries(
    Object.entries(json).map(([name, part]) => [own(mask(name)), maskedJson(part, mask)])
  )
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json)

/** Each is given once: what is masked alike is numbered. */
function createNames(): (name: string) => string {
  const given = new Map<string, number>()
  return name => {
    let nth = given.get(name) ?? 0
    let own: string
    do {
      nth += 1
      own = nth === 1 ? name : `${name} ${nth}`
    } while (given.has(own))
    given.set(own, 1).set(name, nth)
    return own
  }
}

function maskedPage({ url, title, data }: Page, mask: Mask): Page {
  const values = Object.entries(data ?? {}).map(([name, value]) => [name, maskedValue(value, mask)])
  return {
    url: mask(url),
    ...(title !== undefined && { title: mask(title) }),
    ...(data && { data: Object.fromEntries(values) })
  }
}

/** A number may be one of those that are not wanted. */
function maskedValue<Value extends string | number | boolean | null | ExactNumber>(
  value: Value,
  mask: Mask
): Value | string {
  if (value === null || typeof value === 'boolean') return value
  const text = mask(String(value))
  return text === String(value) ? value : text
}
