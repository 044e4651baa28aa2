import { z } from 'zod'
import { field } from './content.ts'

/** A regular expression's source, made by the relay of a path pattern. */
const pathShape = z.string()

/** A word of the widget by its name (`composer.send`), in the site's own words. */
const texts = z.record(z.string(), z.string())

/** Something said to a visitor before they ask. */
const greeting = z.object({
  id: z.string(),
  text: z.string(),
  /** On pages of these paths; absent: on all. */
  pages: z.array(pathShape).optional(),
  /** After so long on the page, s. */
  afterSeconds: z.number().min(0).optional(),
  /** Once so much of the page was scrolled past, %. */
  scrolled: z.number().min(0).max(100).optional(),
  /** Only to those who were here before, or only to those who were not. */
  returning: z.boolean().optional(),
  /** At most once in so long, h. Never again once it was closed. */
  everyHours: z.number().positive().optional()
})
export type Greeting = z.infer<typeof greeting>

/** Where launcher and panel stand. */
const position = z.object({
  side: z.enum(['start', 'end', 'left', 'right']),
  /** From that side and from the bottom, px. */
  x: z.int().min(0).max(500),
  y: z.int().min(0).max(500)
})

/** What the loader needs of a site's settings before its visitor wants anything. It travels inside the loader's file. */
export const earlySite = z.object({
  site: z.string(),
  /** A CSS colour. */
  color: z.string().optional(),
  theme: z.enum(['light', 'dark']).optional(),
  position: position.optional(),
  /** `label`: words beside the picture; `hidden`: drawn only when the page says show. */
  launcher: z.object({ label: z.string().optional(), hidden: z.boolean().optional() }).optional(),
  /** Paths where the widget is not drawn. */
  hiddenOn: z.array(pathShape).optional(),
  /** The visitor is asked before anything is stored or connected. */
  consent: z.object({ text: z.string(), url: z.string().optional() }).optional(),
  greetings: z.array(greeting).optional(),
  /** A language tag that stands in place of the page's. */
  locale: z.string().optional(),
  texts: texts.optional()
})
export type EarlySite = z.infer<typeof earlySite>

/** What is told in the welcome: whatever the panel shows. */
export const lateSite = z.object({
  title: z.string(),
  /** The longest message, in characters. */
  maxText: z.int().min(1),
  /** Said under an empty log. */
  greeting: z.string().optional(),
  /** The address of the bot's picture, and its name. */
  avatar: z.string().optional(),
  botName: z.string().optional(),
  /** People are there right now, and if not: when they are again, ms since 1970. Absent: nobody said. */
  hours: z.object({ open: z.boolean(), opensAt: z.int().optional() }).optional(),
  /** Asked before the first message; the answers are said as one text. */
  preChat: z.object({ text: z.string().optional(), fields: z.array(field) }).optional(),
  /** Offered in place of a person who is not there. */
  offline: z.object({ text: z.string().optional(), fields: z.array(field) }).optional(),
  /** Hosts whose images load by themselves; absent: any. Others load when they are asked for. */
  imageHosts: z.array(z.string()).optional(),
  /** What may be uploaded: so many bytes, of these kinds (png, jpeg, webp, gif, pdf, text). `always`: not only to an agent. */
  files: z
    .object({ maxBytes: z.int().min(1), kinds: z.array(z.string()), always: z.boolean().optional() })
    .optional()
})
export type LateSite = z.infer<typeof lateSite>
