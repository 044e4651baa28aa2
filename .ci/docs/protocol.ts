import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { content } from '#shared/content.ts'
import { entry } from '#shared/entry.ts'
import { byes } from '#shared/wire/byes.ts'
import { down } from '#shared/wire/down.ts'
import { up } from '#shared/wire/up.ts'
import { oldestServed, wireVersion } from '#shared/wire/version.ts'
import { type Document, isShape, typeOf } from './document.ts'

const path = 'docs/protocol.md'

/** Where each frame's schema stands, for its docstring. */
const sources: Readonly<Record<string, [file: string, name: string]>> = {
  'up hello': ['hello', 'hello'],
  'up say': ['say', 'say'],
  'up file': ['file', 'file'],
  'up postback': ['postback', 'postback'],
  'up ask': ['ask', 'ask'],
  'up rate': ['ask', 'rate'],
  'up erase': ['ask', 'erase'],
  'up page': ['ask', 'pageNow'],
  'up older': ['older', 'older'],
  'up past': ['past', 'past'],
  'up seen': ['entries', 'seen'],
  'up typing': ['typing', 'typing'],
  'up ping': ['ping', 'ping'],
  'down welcome': ['hello', 'welcome'],
  'down entries': ['entries', 'entries'],
  'down older': ['older', 'olderEntries'],
  'down past': ['past', 'pastList'],
  'down receipts': ['ask', 'receipts'],
  'down said': ['say', 'said'],
  'down refused': ['say', 'refused'],
  'down typing': ['typing', 'typingBy'],
  'down pong': ['ping', 'pong'],
  'down bye': ['bye', 'byeFrame']
}

const uploading = [
  'Where `can.upload` is there, a visitor may send files: while an agent has the conversation (`phase` and `taken` say so), or',
  'at any time if `site.files.always` is there. `site.files` says how large, and of which kinds. First the bytes, beside the socket:',
  '',
  '```',
  'POST /files?site=SITE&name=NAME[&preview=CODE]',
  'Origin: the page’s                      on the site’s list, as for the socket',
  'Authorization: Bearer TOKEN             the visitor’s token, or in its place',
  'X-Footbridge-Identity: JWT              what the website signed, as in hello',
  'Content-Type: application/octet-stream',
  '',
  'the bytes',
  '```',
  '',
  'Answered `201 {"file":{"id","name","type","size","width"?,"height"?}}`: kept, for the token’s own conversation, and not said yet. Then',
  '`file` says it, with that id, within fifty minutes; once, however often it is sent. It comes back as a message of the kind `image` or',
  '`file`, like every other. An upload that nobody said is removed after an hour. Otherwise `{"error","says"}`:',
  '',
  '| status | error | then |',
  '| --- | --- | --- |',
  '| 401 | unauthorized | hello again first |',
  '| 403 | forbidden, off | stop offering it |',
  '| 409 | noAgent, closed | offer it again when an agent comes |',
  '| 413 | tooLarge | tell the visitor |',
  '| 415 | type | tell the visitor |',
  '| 422 | empty, broken, pixels | tell the visitor |',
  '| 429 | tooMany | try again later |',
  '| 400, 503, none | brokenOff, notStored | try again |',
  '',
  'The address in an entry has a key that opens it for a week, so that `<img>` and links work as they are. It is another one each',
  'time the entry is shown; nothing else of the visitor’s is in it.'
]

/** docs/protocol.md, from the schemas and their docstrings. */
export function protocol(root: string): Document {
  const text = [
    '# The WebSocket between widget and relay',
    '',
    '<!-- Made by `npm run docs` from shared/wire. Do not edit. -->',
    '',
    `Version ${wireVersion}; the oldest served is ${oldestServed}. One JSON object a text frame, at most 64 KiB. The`,
    'socket is opened at `/ws?site=SITE` from a page whose origin is on the site’s list, and begins with `hello`;',
    'whoever says none within 10 s is closed. Unknown frames and unknown keys are let be, on both sides. The first',
    'frame carries the visitor’s token; it is never in a URL or a cookie.',
    '',
    '## From the widget',
    '',
    ...frames(root, 'up', up.options),
    '## From the relay',
    '',
    ...frames(root, 'down', down.options),
    '## Files',
    '',
    ...uploading,
    '',
    '## Close codes',
    '',
    'The widget acts on *then*: connect again with back-off, say hello without its token, ask the page for',
    'another identity, or stop.',
    '',
    '| code | reason | means | then |',
    '| --- | --- | --- | --- |',
    ...Object.entries(byes).map(
      ([reason, { code, means, then }]) => `| ${code} | ${reason} | ${means} | ${then} |`
    ),
    '',
    '## Entries',
    '',
    'What `entries` carries: the visitor’s view of the log.',
    '',
    ...kinds(entry.options),
    '## Content',
    '',
    'What a message shows. An action is named by its place: those of the cards first, in order, then the message’s own.',
    '',
    ...kinds(content.options)
  ]
  return { path, text: `${text.join('\n').trimEnd()}\n` }
}

function frames(root: string, direction: string, schemas: readonly z.ZodType[]): string[] {
  return schemas.flatMap(schema => {
    const { properties, required } = objectSchema(schema)
    const type = String(isShape(properties['type']) ? properties['type']['const'] : '')
    const [file, name] = sources[`${direction} ${type}`] ?? []
    if (!file || !name) throw new Error(`no source is named for the frame ${direction} ${type}`)
    const words = docstring(readFileSync(`${root}/shared/wire/${file}.ts`, 'utf8'), name)
    return [`### ${type}`, '', words, '', ...table(properties, required, 'type')]
  })
}

function kinds(schemas: readonly z.ZodType[]): string[] {
  return schemas.flatMap(schema => {
    const { properties, required } = objectSchema(schema)
    const kind = String(isShape(properties['kind']) ? properties['kind']['const'] : '')
    return [`### ${kind}`, '', ...table(properties, required, 'kind')]
  })
}

function objectSchema(schema: z.ZodType) {
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const properties = isShape(json) && isShape(json['properties']) ? json['properties'] : {}
  const required = isShape(json) && Array.isArray(json['required']) ? json['required'] : []
  return { properties, required }
}

function table(
  properties: Readonly<Record<string, unknown>>,
  required: readonly unknown[],
  leave: string
): string[] {
  const rows = Object.entries(properties).filter(([key]) => key !== leave)
  if (rows.length === 0) return []
  return [
    '| key | type | always |',
    '| --- | --- | --- |',
    ...rows.map(([key, value]) => `| ${key} | ${typeOf(value)} | ${required.includes(key) ? 'yes' : ''} |`),
    ''
  ]
}

/** The comment right above `export const NAME`. */
function docstring(source: string, name: string): string {
  const [before = ''] = source.split(`export const ${name} =`)
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(before)?.[1]
  if (!comment) throw new Error(`${name} has no docstring`)
  return comment
    .replace(/^\s*\* ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
