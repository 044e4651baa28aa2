/** Here, in two steps: of an address in one, vite would make a file of its own. */
const { url: here } = import.meta

/** The address of one of the widget's files, named from the folder of the loader. */
export const besideTheLoader = (file: string): string => new URL(`../${file}`, here).href
