import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { configurationKeys } from '../docs/configuration.ts'
import { editorSchema } from '../docs/editor-schema.ts'
import { protocol } from '../docs/protocol.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('the documents that repeat code say what the code says', () => {
  for (const { path, text } of [protocol(root), editorSchema(), configurationKeys()]) {
    expect(readFileSync(`${root}/${path}`, 'utf8'), `${path}: run npm run docs`).toBe(text)
  }
})
