import { z } from 'zod'
import { reckoned, textOrNumber } from '../../lib/numbers.ts'

/**
 * RingCentral Engage Digital's webhooks and REST interface. What its pages show is plain here; what we only assume
 * carries the mark ASSUMED(engage-digital N), N being the section of our notes on it. A key of the wrong type counts as
 * absent, so that it costs itself and nothing beside it.
 */

/** 24 hexadecimal digits in practice, though its pages say integer; fit for a path and for a search. */
export const id = textOrNumber.pipe(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))

const maybeId = id.nullish().catch(undefined)
const ids = z.array(id).optional().catch(undefined)
const words = z.string().nullish().catch(undefined)
/** One printed sample has the string `"false"`; older ones have 0 and 1. */
const flag = z
  .union([z.boolean(), z.stringbool(), reckoned.transform(Boolean)])
  .optional()
  .catch(undefined)

/** RFC 3339, with or without milliseconds, as ms since 1970. */
const time = z
  .string()
  .transform(text => Date.parse(text))
  .refine(Number.isFinite)
  .optional()
  .catch(undefined)

// Webhooks.

/** One printed sample has an integer for the account. */
export const envelope = z.looseObject({
  domain_id: id.optional().catch(undefined),
  events: z.array(z.unknown())
})

export const event = z.object({
  type: z.string(),
  issued_at: time,
  /** Only where an agent has caused it. */
  user_id: maybeId,
  resource: z.object({ id, metadata: z.unknown() })
})
export type Event = z.infer<typeof event>

/** A message, as webhooks tell it and as the REST interface does: some keys have two names. */
export const content = z
  .object({
    id,
    thread_id: id,
    source_id: maybeId,
    author_id: maybeId,
    creator_id: maybeId,
    intervention_id: maybeId,
    category_ids: ids,
    status: words,
    body: words,
    body_input_format: words,
    synchronization_status: words,
    created_at: time,
    has_attachment: flag,
    attachments_count: reckoned.optional().catch(undefined),
    private: flag,
    private_message: flag,
    approval_required: flag,
    structured_content_supported: flag,
    // ASSUMED(engage-digital 8.3): the REST interface tells it too; where it does not, words are sent.
    capabilities_supported: z.array(z.string()).optional().catch(undefined),
    // ASSUMED(engage-digital 4.3): printed for the Source SDK's objects only.
    structured_reply: z.object({ payload: words }).optional().catch(undefined)
  })
  .transform(given => ({
    id: given.id,
    thread: given.thread_id,
    source: given.source_id ?? undefined,
    author: given.author_id ?? undefined,
    creator: given.creator_id ?? undefined,
    intervention: given.intervention_id ?? undefined,
    categories: given.category_ids ?? [],
    status: given.status ?? undefined,
    body: given.body ?? '',
    isHtml: given.body_input_format === 'html',
    synchronization: given.synchronization_status ?? undefined,
    createdAt: given.created_at,
    hasAttachment: given.has_attachment ?? (given.attachments_count ?? 0) > 0,
    isPrivate: given.private ?? given.private_message,
    needsApproval: given.approval_required ?? false,
    capabilities: given.capabilities_supported ?? older(given.structured_content_supported),
    payload: given.structured_reply?.payload ?? undefined
  }))
export type EngageContent = z.infer<typeof content>

/** What a source could show when all that was told was whether it can show anything. ASSUMED(engage-digital 8.3) */
function older(supported: boolean | undefined): string[] | undefined {
  if (supported === undefined) return undefined
  return supported ? ['select', 'rich_link', 'template', 'carousel'] : []
}

export const interventionMetadata = z.object({
  thread_id: id,
  source_id: maybeId,
  user_id: maybeId,
  category_ids: ids
})

// The REST interface.

/** What the token's user is, and whom it speaks as. */
export const user = z.object({ id, identity_ids: ids })

/** `closed`, never `status`: that is a word in the language of whoever asks. */
export const intervention = z.object({
  id,
  user_id: maybeId,
  closed: flag,
  closed_at: words
})

/** Replaced as a whole: without knowing them all, none may be set. */
export const thread = z.object({
  source_id: maybeId,
  closed: flag,
  thread_category_ids: z.array(id)
})

/** A page of a list. That some lists come bare: ASSUMED(engage-digital 2) */
export const listed = z.union([
  z.array(z.unknown()),
  z.object({ records: z.array(z.unknown()) }).transform(({ records }) => records)
])

/** An agent at work, on each routing group of sources. */
export const agentStatus = z.object({
  channels: z
    .array(z.object({ id, status: words, busyness: words }))
    .optional()
    .catch(undefined)
})

export const routingChannel = z.object({ id, source_ids: ids })

/** What went wrong, of which only known words go on. */
export const fault = z.object({ error: words, message: words })

/** Every one of these that can be read at all. */
export function each<Shape extends z.ZodType>(shape: Shape, items: readonly unknown[]): z.infer<Shape>[] {
  return items.flatMap(candidate => {
    const read = shape.safeParse(candidate)
    return read.success ? [read.data] : []
  })
}
