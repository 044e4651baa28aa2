import { z } from 'zod'

const label = z.string()
const url = z.string()

/**
 * What a visitor can tap. An action is named on the wire by its place in `actionsOf(content)`; what a tap sends to
 * the platform never leaves the relay.
 */
const action = z.discriminatedUnion('kind', [
  /** A quick reply: shown while its message is the newest, gone once used. */
  z.object({ kind: z.literal('reply'), label }),
  z.object({ kind: z.literal('postback'), label }),
  /** Opens in a new tab. Only http, https, mailto and tel get this far. */
  z.object({ kind: z.literal('link'), label, url }),
  /** Something the widget can show but not do (a purchase, an unknown kind). */
  z.object({ kind: z.literal('inert'), label })
])
export type Action = z.infer<typeof action>

const actions = z.array(action)
const image = z.object({
  url,
  alt: z.string().optional(),
  /** In pixels, so that its place is kept while it loads. */
  width: z.int().positive().optional(),
  height: z.int().positive().optional()
})

const card = z.object({
  title: z.string(),
  text: z.string().optional(),
  image: image.optional(),
  actions
})
export type Card = z.infer<typeof card>

export const field = z.object({
  /** `text` stands in for every kind this version does not know. */
  kind: z.enum(['text', 'email', 'select']),
  name: z.string(),
  label,
  placeholder: z.string().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  options: z.array(z.object({ name: z.string(), label })).optional()
})
export type Field = z.infer<typeof field>

/** Said beside the content, or in place of it by a widget that does not know the kind. */
const text = z.string().optional()

/** What a message shows. Every kind may carry `text`, so that an older widget always has something to show. */
export const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), actions: actions.optional() }),
  z.object({
    kind: z.literal('image'),
    ...image.shape,
    text,
    actions: actions.optional()
  }),
  z.object({
    kind: z.literal('file'),
    url,
    name: z.string().optional(),
    /** In bytes. */
    size: z.int().min(0).optional(),
    text,
    actions: actions.optional()
  }),
  z.object({ kind: z.literal('carousel'), cards: z.array(card), text, actions: actions.optional() }),
  z.object({ kind: z.literal('list'), cards: z.array(card), text, actions: actions.optional() }),
  z.object({
    kind: z.literal('location'),
    lat: z.number(),
    long: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
    text,
    actions: actions.optional()
  }),
  /** How was it? Its own actions are the scores, the worst first. */
  z.object({ kind: z.literal('rating'), text, actions }),
  z.object({ kind: z.literal('form'), fields: z.array(field), text, actions: actions.optional() }),
  /** A kind the relay does not know, shown by whatever text it had. */
  z.object({ kind: z.literal('unknown'), of: z.string(), text: z.string(), actions: actions.optional() })
])
export type Content = z.infer<typeof content>
export type ContentKind = Content['kind']
