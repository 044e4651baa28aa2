import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'
import { compress } from './compress.ts'
import { importPlainly, wholeParts } from './vite-parts.ts'

/** Slower than the usual one, and some hundred bytes better. */
const squeezed = {
  minify: 'terser',
  terserOptions: {
    module: true,
    compress: {
      ecma: 2022,
      inline: 1,
      passes: 3,
      unsafe_arrows: true,
      pure_getters: true,
      keep_fargs: false,
      lhs_constants: false
    }
  }
} as const

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The chat's build knows nothing of what runs before it. Each of these carries the names of the files that it loads, so
 * they are built one after the other: the loader is a classic script with a fixed name.
 */
function beforeTheChat(): Plugin {
  return {
    name: 'before-the-chat',
    async generateBundle(_, bundle) {
      const emit = (name: string, source: string) => {
        const fileName = `assets/${name}-${hashOf(source)}.js`
        this.emitFile({ type: 'asset', fileName, source })
        return fileName
      }
      const chat = Object.values(bundle).find(file => file.type === 'chunk' && file.name === 'chat')
      if (!chat) throw new Error('the chat was not built')
      const greetings = emit('greetings', await buildEntry('greetings/index.ts', 'es', {}))
      const consent = emit('consent', await buildEntry('consent/index.ts', 'es', {}))
      const commands = emit('commands', await buildEntry('core/commands.ts', 'es', {}))
      const names = { GREETINGS_FILE: greetings, CONSENT_FILE: consent, COMMANDS_FILE: commands }
      const core = emit('core', await buildEntry('core/index.ts', 'es', names))
      const loader = await buildEntry('loader.ts', 'iife', { CORE_FILE: core, CHAT_FILE: chat.fileName })
      const files = { CORE_FILE: core, CHAT_FILE: chat.fileName }
      const whole = {
        'widget.js': loader,
        'footbridge.js': await buildEntry('module.ts', 'es', {}),
        'footbridge.d.ts': `${readFileSync(here('api.ts'), 'utf8')}\nexport declare const init: Init\n`,
        'parts.js': await buildEntry('parts.ts', 'es', files)
      }
      for (const [fileName, source] of Object.entries(whole))
        this.emitFile({ type: 'asset', fileName, source })
      emit('widget', loader)
    }
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 8)

async function buildEntry(
  input: string,
  format: 'iife' | 'es',
  files: Record<string, string>
): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)])),
    plugins: [squeezeSheets()],
    build: {
      write: false,
      target: 'es2022',
      ...squeezed,
      rolldownOptions: { input: here(input), output: { format }, preserveEntrySignatures: 'strict' }
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

/**
 * A signal as a text, a number or JSON is used nowhere, and could not be set at all where a page has frozen the prototype
 * of every object.
 */
export function dropConversions(): Plugin {
  return {
    name: 'drop-conversions',
    transform: (code, id) =>
      id.includes('signals-core')
        ? code.replace(/\b\w+\.prototype\.(toString|valueOf|toJSON)=function\(\)\{[^}]*\};/g, '')
        : undefined
  }
}

/** Line ends of the sheets do not travel. */
function squeezeSheets(): Plugin {
  return {
    name: 'squeeze-sheets',
    enforce: 'pre',
    transform(code, id) {
      return /styles\/\w+\.ts$|sheet\.ts$/.test(id)
        ? code.replace(/`[^`]*`/g, sheet => sheet.replaceAll('\n', ''))
        : undefined
    }
  }
}

/** All languages carry one hash in their names, so that the chat needs no table of them. */
function nameLanguages(): Plugin {
  const folder = here('words')
  const languages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /^(rest\/)?[a-z]{2}\.ts$/.test(name)
  )
  const hash = hashOf(languages.map(name => readFileSync(join(folder, name), 'utf8')).join(''))
  return {
    name: 'name-languages',
    enforce: 'pre',
    buildStart() {
      for (const name of languages)
        this.emitFile({
          type: 'chunk',
          id: join(folder, name),
          fileName: `assets/${name.replace('/', '-').replace('.ts', '')}-${hash}.js`
        })
    },
    transform: (code, id) =>
      id.startsWith(folder)
        ? code.replace(
            'import(`./${file}.ts${tries}`)',
            `import(/* @vite-ignore */ \`./\${file.replace('/', '-')}-${hash}.js\${tries}\`)`
          )
        : undefined
  }
}

export default defineConfig({
  root: here('.'),
  publicDir: false,
  // `h` where JSX stands: smaller than the run time of the automatic transform.
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  plugins: [
    nameLanguages(),
    importPlainly(),
    wholeParts(),
    squeezeSheets(),
    dropMeanings(),
    dropConversions(),
    beforeTheChat(),
    compress()
  ],
  build: {
    outDir: here('../dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    ...squeezed,
    modulePreload: false,
    rolldownOptions: {
      input: { chat: here('chat.tsx') },
      preserveEntrySignatures: 'allow-extension',
      transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } },
      output: {
        format: 'es',
        // The chat and all that it needs at once is one file; parts that share something with it import it from there.
        codeSplitting: { groups: [{ name: 'chat', test: /widget\/chat\.tsx$/ }] },
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js'
      }
    }
  }
})
