// Writes the documents that repeat code: the wire's frames, the close codes, the configuration's schema and keys.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { configurationKeys } from './configuration.ts'
import { editorSchema } from './editor-schema.ts'
import { protocol } from './protocol.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

for (const document of [protocol(root), editorSchema(), configurationKeys()]) {
  writeFileSync(`${root}/${document.path}`, document.text)
  process.stdout.write(`${document.path}\n`)
}
