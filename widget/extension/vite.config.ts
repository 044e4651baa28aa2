import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'
import widget, { dropConversions } from '../vite.config.ts'
import { icon } from './icons.ts'
import { iconSizes, manifest } from './manifest.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { version } = JSON.parse(readFileSync(here('../../package.json'), 'utf8')) as { version: string }

/** All that an extension has besides what runs on the page. */
function shell(): Plugin {
  return {
    name: 'shell',
    async generateBundle() {
      const files: Record<string, string | Buffer> = {
        'manifest.json': `${JSON.stringify(manifest(version), null, 2)}\n`,
        'popup.html': readFileSync(here('popup.html')),
        'popup.css': readFileSync(here('popup.css')),
        'popup.js': await buildPopup(),
        ...Object.fromEntries(iconSizes.map(size => [`icon-${size}.png`, icon(size)]))
      }
      for (const [fileName, source] of Object.entries(files))
        this.emitFile({ type: 'asset', fileName, source })
    }
  }
}

async function buildPopup(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: here('popup.ts'), output: { format: 'es' } }
    }
  })
  const [output] = [built].flat()
  const file = output && 'output' in output ? output.output[0] : undefined
  if (!file) throw new Error('the popup was not built')
  return file.code
}

/** What a page gets from the relay by a name that the build puts in, by the module that it was built from. */
const beside: Readonly<Record<string, string>> = {
  COMMANDS_FILE: '../core/commands.ts',
  GREETINGS_FILE: '../greetings/index.ts',
  CONSENT_FILE: '../consent/index.ts'
}

/** What the widget asks the relay for comes along instead. One that is not in the table ends the build. */
function bringAlong(): Plugin {
  return {
    name: 'bring-along',
    enforce: 'pre',
    transform: code =>
      code
        .replace(/\bbesideTheLoader\((\w+)\)/g, (_, name: string) => {
          const module = beside[name]
          if (!module) throw new Error(`the extension does not know what ${name} is`)
          return `import(${JSON.stringify(here(module))})`
        })
        .replace('import(`./${file}.ts${tries}`)', languages),
    renderChunk(code) {
      const missing = /\b[A-Z]+_FILE\b/.exec(code)
      if (missing) throw new Error(`the extension does not bring along ${missing[0]}`)
    }
  }
}

/** A preview offers no window of its own: what would run in it, and ask the relay for the widget, stays at home. */
function leaveTheWindow(): Plugin {
  return {
    name: 'leave-the-window',
    load: id => (id.endsWith('/pop-out/window.ts') ? '' : undefined)
  }
}

/** Each language by its name: whatever else lies in the folders, such as their tests, stays at home. */
function languages(): string {
  const names = ['', 'rest/'].flatMap(folder =>
    readdirSync(here(`../words/${folder}`))
      .filter(name => /^[a-z]{2}\.ts$/.test(name))
      .map(name => folder + name)
  )
  const rows = names.map(name => `'${name.slice(0, -3)}': () => import('./${name}')`)
  return `({ ${rows.join(', ')} })[file]()`
}

/** The whole widget is one file: an extension may run nothing that it does not bring along. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  ...(widget.oxc !== undefined && { oxc: widget.oxc }),
  plugins: [bringAlong(), leaveTheWindow(), dropConversions(), shell()],
  build: {
    outDir: here('../../dist/extension'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: here('preview.ts'),
      // Of the helper that would fetch parts: there are none.
      transform: { ...widget.build?.rolldownOptions?.transform, define: { 'import.meta': '{}' } },
      output: { format: 'iife', codeSplitting: false, entryFileNames: 'preview.js' }
    }
  }
})
