import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The loader is a classic script with a fixed name, and carries the name of the chat's file. */
function loader(): Plugin {
  return {
    name: 'loader',
    async generateBundle(_, bundle) {
      const chat = Object.values(bundle).find(file => file.type === 'chunk' && file.isEntry)
      if (!chat) throw new Error('the chat was not built')
      this.emitFile({ type: 'asset', fileName: 'widget.js', source: await buildLoader(chat.fileName) })
    }
  }
}

async function buildLoader(chatFile: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { CHAT_FILE: JSON.stringify(chatFile) },
    plugins: [squeezeSheets()],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: here('loader.ts'), output: { format: 'iife' } }
    }
  })
  const [output] = [built].flat()
  const file = output && 'output' in output ? output.output[0] : undefined
  if (!file) throw new Error('the loader was not built')
  return file.code
}

/** What the ways of ending mean is for those who read the table. */
function dropMeanings(): Plugin {
  return {
    name: 'drop-meanings',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('wire/byes.ts') ? code.replace(/, means: '[^']*'/g, '') : undefined)
  }
}

/** What Vite wraps around each `import()` is for sheets and preloads, which there are none of. */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: id =>
      id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = run => run()' : undefined
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
  plugins: [squeezeSheets(), dropMeanings(), plainImports(), loader(), compress()],
  build: {
    outDir: here('../dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: here('chat.tsx'),
      // Parts take what they share with the chat from the chat: a file between them would be one more to wait for.
      preserveEntrySignatures: 'allow-extension',
      transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } },
      output: {
        format: 'es',
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js'
      }
    }
  }
})
