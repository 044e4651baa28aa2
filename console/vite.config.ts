import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { compress } from '../widget/compress.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What comes before a part that is loaded late: its styles. */
const loadPart = `
const come = href =>
  new Promise((done, fail) => {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'stylesheet', href, onload: done, onerror: fail })
    document.head.append(link)
  })
export const __vitePreload = (load, files = []) =>
  Promise.all(files.map(file => come('/console/' + file))).then(load)
`

/** In place of Vite's own helper, which does a kilobyte more than that, and which agents would load too. */
function smallParts(): Plugin {
  const own = '\0load-part'
  return {
    name: 'small-parts',
    enforce: 'pre',
    resolveId: id => (id.includes('vite/preload-helper') ? own : undefined),
    load: id => (id === own ? loadPart : undefined)
  }
}

/** The agents' and operators' page, for `/console`. */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [compress(/\.(js|css)$/), smallParts()],
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } }
  }
})
