import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The relay as one file for Node; its packages stay in node_modules. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/relay',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'relay/main.ts',
        livechat: 'relay/livechat.ts',
        'reference-bot': 'relay/reference-bot/main.ts'
      },
      output: { entryFileNames: '[name].js' }
    }
  }
})
