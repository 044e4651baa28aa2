import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { jsonObject } from '../bots/ingenious/contract.ts'

/** One thing to tap: it goes to a passage, opens something, or is a kind the widget can only show. */
const button = z.union([
  z.strictObject({ label: z.string(), go: z.string() }),
  z.strictObject({ label: z.string(), link: z.string() }),
  z.strictObject({ label: z.string(), webview: z.string() }),
  z.strictObject({ label: z.string(), buy: z.int() }),
  z.strictObject({ label: z.string(), locate: z.literal(true) })
])
export type Button = z.infer<typeof button>

const buttons = z.array(button).default([])
const card = z.strictObject({
  title: z.string(),
  text: z.string().optional(),
  image: z.string().optional(),
  buttons
})
const field = z.strictObject({
  kind: z.enum(['text', 'email', 'select']),
  name: z.string(),
  label: z.string(),
  placeholder: z.string().optional(),
  options: z.array(z.string()).optional()
})

const beside = {
  text: z.string().optional(),
  /** Quick replies: gone once one is used. */
  replies: buttons,
  buttons,
  /** How long the answer takes, ms; else it is reckoned from its words. */
  delayMs: z.int().min(0).optional()
}
const words = z.string().optional()
const place = z.strictObject({ lat: z.number(), long: z.number(), name: words, address: words })

/** One message, or the wish for a person. In a text `{said}` stands for what the visitor said. */
const step = z.union([
  z.strictObject({ ...beside, text: z.string() }),
  z.strictObject({ ...beside, image: z.string(), alt: words }),
  z.strictObject({ ...beside, file: z.string(), name: words }),
  z.strictObject({ ...beside, carousel: z.array(card).min(1) }),
  z.strictObject({ ...beside, list: z.array(card).min(1) }),
  z.strictObject({ ...beside, location: place }),
  z.strictObject({ ...beside, form: z.array(field).min(1) }),
  /** A kind of content that nobody has heard of. */
  z.strictObject({ ...beside, unknown: z.string() }),
  z.strictObject({ handover: jsonObject })
])
export type Step = z.infer<typeof step>

const script = z
  .strictObject({
    /** Passages by what starts them. */
    start: z.string().describe('on restart'),
    fallback: z.string().describe('when no word fits'),
    handback: z.string().optional().describe('when a person has given the visitor back'),
    entryPoints: z.record(z.string(), z.string()).default({}),
    words: z.array(z.strictObject({ any: z.array(z.string()).min(1), go: z.string() })).default([]),
    passages: z.record(z.string(), z.array(step).min(1))
  })
  .superRefine((given, context) => {
    for (const missing of targetsOf(given).filter(name => !(name in given.passages)))
      context.addIssue({ code: 'custom', message: `there is no passage ${missing}` })
  })
export type Script = z.infer<typeof script>

type Given = { [Key in 'start' | 'fallback' | 'handback']?: string | undefined } & {
  entryPoints: Record<string, string>
  words: { go: string }[]
  passages: Record<string, Step[]>
}

function targetsOf({ start, fallback, handback, entryPoints, words, passages }: Given): string[] {
  const pressed = Object.values(passages).flatMap(steps => steps.flatMap(buttonsOf))
  const byButton = pressed.flatMap(one => ('go' in one ? [one.go] : []))
  const named = [start, fallback, handback].flatMap(name => name ?? [])
  return [...named, ...Object.values(entryPoints), ...words.map(({ go }) => go), ...byButton]
}

function buttonsOf(given: Step): Button[] {
  if ('handover' in given) return []
  const cards = [...('carousel' in given ? given.carousel : []), ...('list' in given ? given.list : [])]
  return [...given.replies, ...given.buttons, ...cards.flatMap(one => one.buttons)]
}

/** Reads a script; throws when it is wrong. */
export function readScript(yaml: string): Script {
  const read = script.safeParse(parse(yaml))
  if (!read.success) throw new Error(z.prettifyError(read.error))
  return read.data
}

/** The script that comes with this bot. Built code lies elsewhere in the checkout than its source. */
export function defaultScript(): Script {
  const here = dirname(fileURLToPath(import.meta.url))
  const text = above(here)
    .map(textOf)
    .find(found => found !== undefined)
  if (text === undefined) throw new Error('the reference bot has lost its script.yaml')
  return readScript(text)
}

/** Beside this file, or in the sources from any folder above it. */
function above(folder: string): string[] {
  const parent = dirname(folder)
  const here = join(folder, 'relay', 'reference-bot', 'script.yaml')
  return parent === folder ? [here] : [join(folder, 'script.yaml'), here, ...above(parent)]
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
