import type { Action } from '#shared/content.ts'
import type { Json } from '../../lib/json.ts'
import type { Pressed } from './contract.ts'
import { safeLink } from './links.ts'
import type { Settings } from './settings.ts'
import { button, each, type WireButton } from './shapes.ts'

/** What can be tapped, and what a tap does; nobody but our own log knows that. */
export interface Tappable {
  action: Action
  payload: Json
}

/** In order; what nobody could use is left out, so that labels and payloads stay in step. */
export function tappables(buttons: readonly unknown[] | undefined, settings: Settings): Tappable[] {
  return each(button, buttons).flatMap(wire => tappable(wire, settings) ?? [])
}

function tappable(wire: WireButton, settings: Settings): Tappable | undefined {
  const { type, name, value, next } = wire
  const label = wire.label ?? (type === 'url' ? value : undefined)
  if (label === undefined) return undefined
  switch (type) {
    case 'variable':
      if (name === undefined || value === undefined) return inert(label)
      return press(label, { type: 'variable', value: { name, value } })
    case 'scenario':
      return press(label, next === undefined ? { type: 'nothing' } : goTo(next))
    case 'url':
      return tappableUrl(label, wire.value ?? wire.url, settings)
    // Without a type, where bots are built a button with a `url` is a link.
    default:
      return safeLink(wire.url) ? link(label, wire.url) : inert(label)
  }
}

/** Two schemes are Ebbot's own: one begins anew, the other would run what the page has by that name. */
function tappableUrl(label: string, url: string | undefined, settings: Settings): Tappable | undefined {
  if (url === 'ebbot://reset') return press(label, { type: 'reset' })
  const [, callback] = /^js:\/\/(.*)$/i.exec(url ?? '') ?? []
  if (callback !== undefined) return settings.hostCallbacks.includes(callback) ? inert(label) : undefined
  return safeLink(url) ? link(label, url) : inert(label)
}

const goTo = ({ scenario, state }: NonNullable<WireButton['next']>): Pressed => ({
  type: 'scenario',
  value: { scenario, ...(state && { state }) }
})

/** It stays where it is: Ebbot's own widget leaves buttons too. */
const press = (label: string, payload: Pressed): Tappable => ({
  action: { kind: 'postback', label },
  payload
})
const link = (label: string, url: string): Tappable => ({
  action: { kind: 'link', label, url },
  payload: null
})
const inert = (label: string): Tappable => ({ action: { kind: 'inert', label }, payload: null })
