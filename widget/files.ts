import type { EarlySite } from '#shared/site.ts'

/** Where the rest of the widget comes from, each part when it is wanted. Any of it may fail, and be asked for again. */
export interface Files {
  /** What a page can do with its chat. */
  core(): Promise<typeof import('./core/index.ts')>
  chat(): Promise<typeof import('./chat.tsx')>
}

/**
 * Gets files of a folder, `base`. A browser may remember that an address failed, so each new try has its own, by one slash
 * more: what such a file gets from beside itself is asked for anew as well.
 */
export function filesIn(base: string): <Part>(file: string) => Promise<Part> {
  let tries = ''
  return file =>
    import(/* @vite-ignore */ base + tries + file).catch(failure => {
      tries += '/'
      throw failure
    })
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
