import { configSchema } from '../../relay/config.ts'
import { platforms } from '../../relay/platforms.ts'
import type { Document } from './document.ts'

/** The configuration's JSON Schema, for editors. */
export function editorSchema(): Document {
  return {
    path: 'docs/footbridge.schema.json',
    text: `${JSON.stringify(configSchema(platforms), null, 2)}\n`
  }
}
