import { bots } from '../../relay/bots/index.ts'
import { configSchema } from '../../relay/config.ts'
import type { Document } from './document.ts'

/** The configuration's JSON Schema, for editors. */
export function editorSchema(): Document {
  return { path: 'docs/footbridge.schema.json', text: `${JSON.stringify(configSchema(bots), null, 2)}\n` }
}
