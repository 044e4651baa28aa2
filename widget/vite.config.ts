import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The loader is a classic script with a fixed name, and carries the name of the chat's file. */
function loader(): Plugin {
  return {
    name: 'loader',
    async generateBundle(_, bundle) {
      const loader = await buildEntry('loader.ts', 'iife', {
        CORE_FILE: nameOf(bundle, 'core'),
        CHAT_FILE: nameOf(bundle, 'chat')
      })
      this.emitFile({ type: 'asset', fileName: 'widget.js', source: loader })
    }
  }
}

function nameOf(bundle: Rolldown.OutputBundle, name: string): string {
  const found = Object.values(bundle).find(file => file.type === 'chunk' && file.isEntry && file.name === name)
  if (!found) throw new Error(`${name} was not built`)
  return found.fileName
}

async function buildEntry(input: string, format: 'iife' | 'es', files: Record<string, string>): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)])),
    plugins: [squeezeSheets()],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: here(input), output: { format } }
    }
  })
  const [output] = [built].flat()
  const file = output && 'output' in output ? output.output[0] : undefined
  if (!file) throw new Error(`${input} was not built`)
  // Only now, so that nothing reckons with what the relay puts in its place.
  return file.code.replaceAll('EARLY_SITE', '"%EARLY%"')
}

/** What the ways of ending mean is for those who read the table. */
function dropMeanings(): Plugin {
  return {
    name: 'drop-meanings',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('wire/byes.ts') ? code.replace(/, means: '[^']*'/g, '') : undefined)
  }
}

/** Line ends of the sheets do not travel. */
function squeezeSheets(): Plugin {
  return {
    name: 'squeeze-sheets',
    enforce: 'pre',
    transform(code, id) {
      return /styles\/\w+\.ts$|-sheet\.ts$/.test(id)
        ? code.replace(/`[^`]*`/g, sheet => sheet.replaceAll('\n', ''))
        : undefined
    }
  }
}

/** Siblings that a server can send as they are. */
function compress(): Plugin {
  return {
    name: 'compress',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [name, file] of Object.entries(bundle)) {
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
          this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzipSync(source, { level: 9 }) })
          this.emitFile({
            type: 'asset',
            fileName: `${name}.br`,
            source: brotliCompressSync(source, { params })
          })
        }
      }
    }
  }
}

export default defineConfig({
  root: here('.'),
  publicDir: false,
  // `h` where JSX stands: smaller than the run time of the automatic transform.
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  plugins: [squeezeSheets(), dropMeanings(), loader(), compress()],
  build: {
    outDir: here('../dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { chat: here('chat.tsx'), core: here('core/index.ts') },
      preserveEntrySignatures: 'strict',
      transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } },
      output: {
        format: 'es',
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js'
      }
    }
  }
})
