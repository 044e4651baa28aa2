import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const entry = `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import ChatBot from 'react-chatbotify'
const settings = { general: { embedded: false }, chatHistory: { disabled: true }, notification: { disabled: true } }
const flow = { start: { message: 'Hello', path: 'start' } }
createRoot(document.querySelector('#chatbotify')).render(createElement(ChatBot, { settings, flow }))
`

/** It comes as a component of React: a website would build it so. */
export async function buildChatbotify(folder: string): Promise<void> {
  await writeFile(join(folder, 'chatbotify-entry.js'), entry)
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, 'chatbotify'),
      emptyOutDir: true,
      target: 'es2022',
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(folder, 'chatbotify-entry.js'),
        output: { entryFileNames: 'entry.js', chunkFileNames: '[name].js', assetFileNames: 'entry[extname]' }
      }
    }
  })
}
