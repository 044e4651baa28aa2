import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Siblings that a server can send as they are. */
function compress(): Plugin {
  return {
    name: 'compress',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [name, file] of Object.entries(bundle)) {
          if (!/\.(js|css)$/.test(name)) continue
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzipSync(source, { level: 9 }) })
          this.emitFile({ type: 'asset', fileName: `${name}.br`, source: brotliCompressSync(source) })
        }
      }
    }
  }
}

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
  plugins: [compress(), smallParts()],
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } }
  }
})
