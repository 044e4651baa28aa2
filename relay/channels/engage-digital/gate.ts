import type { EngageContent } from './contract.ts'
import type { Settings } from './settings.ts'

/** Who we are on the platform, as far as it has told us. */
export interface Self {
  user: string | undefined
  identities: ReadonlySet<string>
}

/**
 * Is it the bot's to answer? No when it comes from anybody of the company: that would be answered, and the answer
 * answered. Else undefined, or why not.
 */
export function notForTheBot(content: EngageContent, settings: Settings, self: Self): string | undefined {
  return notVisitors(content, settings, self) ?? notOurs(content, settings)
}

/** Why nobody from outside has said it. */
export function notVisitors(
  { status, creator, author }: EngageContent,
  { statuses, ownIdentities }: Settings,
  { identities }: Self
): string | undefined {
  if (creator !== undefined) return 'a content that was written inside the platform'
  if (author !== undefined && (identities.has(author) || ownIdentities.includes(author)))
    return 'a content of an identity of our own'
  return statuses.includes(status ?? '') ? undefined : `a content of the status ${named(status)}`
}

/** The category is the pattern of every integration: without it, agents have the visitor. */
function notOurs({ source, categories }: EngageContent, settings: Settings): string | undefined {
  if (!isOurSource(source, settings)) return 'a content of another source'
  return categories.includes(settings.botCategory) ? undefined : 'a content outside the bot’s category'
}

export const isOurSource = (source: string | undefined, { sources }: Settings): boolean =>
  sources.length === 0 || (source !== undefined && sources.includes(source))

const named = (status = 'nothing'): string => JSON.stringify(status.slice(0, 40))
