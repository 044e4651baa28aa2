/** Here, in two steps: of an address in one, vite would make a file of its own. */
const { url: here } = import.meta
let tries = ''

/** One of the widget's files, named from the folder of the loader. */
export const besideTheLoader = <Part>(file: string): Promise<Part> =>
  import(/* @vite-ignore */ new URL(`../${file}${tries}`, here).href).catch(failure => {
    // A browser may remember that an address failed, so each new try has its own.
    tries += '?'
    throw failure
  })
