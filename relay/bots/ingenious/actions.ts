import type { Action } from '#shared/content.ts'
import { isJson, isKeyed, type Json, readJson } from '../../lib/json.ts'
import { action, each, type WireAction } from './shapes.ts'

/** What can be tapped, and what a tap sends back. */
export interface Tappable {
  action: Action
  payload: Json
}

/** `parse`: a payload that is a string holding JSON is taken for that JSON. */
export interface ActionOptions {
  parse: boolean
}

/** Buttons and quick replies, in order; what nobody could use is dropped, so that labels and payloads stay in step. */
export function tappables(
  lists: { buttons: readonly unknown[]; quickReplies: readonly unknown[] },
  options: ActionOptions
): Tappable[] {
  const buttons = each(action, lists.buttons)
  const replies = each(action, lists.quickReplies).map(wire => ({ ...wire, type: wire.type ?? 'reply' }))
  return [...buttons, ...replies].flatMap(wire => tappable(wire, options) ?? [])
}

function tappable(wire: WireAction, options: ActionOptions): Tappable | undefined {
  const { type, uri, fallback } = wire
  const url = [uri, fallback].find(safeLink)
  const label = wire.text ?? wire.title ?? wire.label ?? url
  if (label === undefined) return undefined
  switch (type) {
    // ASSUMED(ingenious 4.3.3) and ASSUMED(ingenious 4.3.4)
    case 'reply':
    case 'postback':
      return { action: { kind: type, label }, payload: payloadOf(wire, options) }
    case 'link':
    case 'webview':
      return { action: url ? { kind: 'link', label, url } : { kind: 'inert', label }, payload: null }
    // The contract has no way to answer it. ASSUMED(ingenious 8)
    case 'locationRequest':
      return undefined
    default:
      return { action: { kind: 'inert', label }, payload: null }
  }
}

/** Opaque: kept and sent back as it came. */
function payloadOf({ payload = null }: WireAction, { parse }: ActionOptions): Json {
  if (!parse || typeof payload !== 'string') return payload
  try {
    const parsed = readJson(payload)
    return isJson(parsed) && (Array.isArray(parsed) || isKeyed(parsed)) ? parsed : payload
  } catch {
    return payload
  }
}

/** "Allow only http, https, tel, mailto URIs": a link never runs anything. */
const safeLink = (uri: string | undefined): uri is string =>
  hasScheme(uri, ['http:', 'https:', 'mailto:', 'tel:'])

/** What an `img` may load. */
export const safeMedia = (uri: string | undefined): uri is string => hasScheme(uri, ['http:', 'https:'])

function hasScheme(uri: string | undefined, schemes: readonly string[]): uri is string {
  return uri !== undefined && URL.canParse(uri) && schemes.includes(new URL(uri).protocol)
}
