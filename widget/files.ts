import type { EarlySite } from '#shared/site.ts'

/** Where the rest of the widget comes from, each part when it is wanted. Any of it may fail, and be asked for again. */
export interface Files {
  /** What a page can do with its chat. */
  core(): Promise<typeof import('./core/index.ts')>
  chat(): Promise<typeof import('./chat.tsx')>
}

/** What came with the script may be another site's, or nobody's; then the relay is asked. */
export async function findEarly(
  site: string,
  inlined: Partial<EarlySite>,
  beside: (file: string) => string
): Promise<Partial<EarlySite>> {
  if (inlined.site === site) return inlined
  const found: Partial<EarlySite> = await (await fetch(beside(`sites/${site}.json`))).json()
  if (found.site === site) return found
  throw new Error(`Footbridge: no site ${site}`)
}
