import type { EarlySite, Greeting, LateSite } from '#shared/site.ts'
import type { SiteConfig } from './config/site.ts'
import { createHours } from './hours.ts'
import { patternSource } from './lib/path-pattern.ts'

/** What the loader is told of a site. What nobody set is not there: every byte of it is paid for by each page. */
export function earlySite(id: string, site: SiteConfig): EarlySite {
  const { color, theme, position, launcher, consent, locale, texts, greetings } = site
  return dropUnset({
    site: id,
    color,
    theme,
    position,
    launcher: launcher && dropUnset(launcher),
    hiddenOn: site.hiddenOn?.map(patternSource),
    consent: consent && dropUnset(consent),
    greetings: greetings?.map(greetingOf),
    locale,
    texts
  })
}

/** What the welcome says of a site: all the same at every time but whether people are there. */
export function lateSite(site: SiteConfig): (now: number) => LateSite {
  const { title, maxText, greeting, avatar, botName, imageHosts } = site
  const hours = site.hours && createHours(site.hours)
  const [preChat, offline] = [site.preChat, site.offline].map(form => form && formOf(form))
  const files = filesOf(site)
  const settings = dropUnset({
    title,
    maxText,
    greeting,
    avatar,
    botName,
    preChat,
    offline,
    imageHosts,
    files
  })
  return now => (hours ? { ...settings, hours: hours(now) } : settings)
}

export const bytesOf = (megabytes: number): number => Math.floor(megabytes * 1_048_576)

/** Undefined where its visitors send none. */
function filesOf({ files: { enabled, visitors, maxMb, types } }: SiteConfig): LateSite['files'] {
  if (!enabled || visitors === 'never') return undefined
  return { maxBytes: bytesOf(maxMb), kinds: types, ...(visitors === 'always' && { always: true }) }
}

type GreetingConfig = NonNullable<SiteConfig['greetings']>[number]
type FormConfig = NonNullable<SiteConfig['preChat']>

const greetingOf = (greeting: GreetingConfig): Greeting =>
  dropUnset({ ...greeting, pages: greeting.pages?.map(patternSource) })

/** A form, as the visitor is shown it. */
export const formOf = ({ text, fields }: FormConfig): NonNullable<LateSite['preChat']> =>
  dropUnset({ text, fields: fields.map(field => dropUnset(field)) })

type Set<Values> = { [Key in keyof Values as undefined extends Values[Key] ? never : Key]: Values[Key] } & {
  [Key in keyof Values as undefined extends Values[Key] ? Key : never]?: Exclude<Values[Key], undefined>
}

/** Without the keys that have no value. */
function dropUnset<Values extends object>(values: Values): Set<Values> {
  // Only keys without a value are left out: what is left is of that type.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Set<Values>
}
