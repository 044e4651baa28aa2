import type { Language } from './choose.ts'

let tries = ''

/** Each language is two files, of which a visitor downloads one or both. Each exports its texts by its language. */
export const download = <Texts>(
  file: Language | `rest/${Language}`
): Promise<Readonly<Record<Language, Texts>>> =>
  import(`./${file}.ts${tries}`).catch(failure => {
    // A browser may remember that an address failed, so each new try has its own.
    tries += '?'
    throw failure
  })
