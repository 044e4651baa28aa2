import { z } from 'zod'

const times = z.int().min(1).default(1)
/** Of the calls it could befall, how many it does: 0.05 is one in twenty, by chance. */
const share = z.number().gt(0).max(1).default(1)

const how = z.union([
  z.strictObject({ status: z.int().min(200).max(599), retryAfter: z.number().min(0).optional() }),
  z.strictObject({ hangBeforeWork: z.literal(true) }),
  z.strictObject({ hangAfterWork: z.literal(true) }),
  z.strictObject({ resetBeforeWork: z.literal(true) }),
  z.strictObject({ resetAfterWork: z.literal(true) })
])
export type How = z.infer<typeof how>

const callNames = ['create', 'messages', 'delivery', 'activity', 'handback'] as const
export type CallName = (typeof callNames)[number]

const webhook = z.enum(['duplicate', 'late', 'batch', 'unknown-kind', 'unknown-event', 'reorder-typing'])
export type WebhookPrank = { webhook: z.infer<typeof webhook>; delayMs: number }

const onCall = z.strictObject({ call: z.enum([...callNames, 'any']), times, share, how })
const onMessage = z.strictObject({ webhook, times, share, delayMs: z.number().min(0).default(0) })

/** What to do wrong next, to calls received or to the next message sent. */
export const misbehaviour = z.union([onCall, onMessage])
type Misbehaviour = z.infer<typeof misbehaviour>

export interface Misbehave {
  add(misbehaviour: Misbehaviour): void
  onCall(name: CallName): How | undefined
  onMessage(): WebhookPrank | undefined
  reset(): void
}

export function createMisbehave(random: () => number): Misbehave {
  const calls: z.infer<typeof onCall>[] = []
  const pranks: z.infer<typeof onMessage>[] = []
  const isDue = ({ times: left, share: chance }: Misbehaviour) =>
    left > 0 && (chance === 1 || random() < chance)
  return {
    add: one => void ('call' in one ? calls.push({ ...one }) : pranks.push({ ...one })),
    onCall: name => use(calls.find(one => (one.call === name || one.call === 'any') && isDue(one)))?.how,
    onMessage: () => use(pranks.find(isDue)),
    reset() {
      calls.length = 0
      pranks.length = 0
    }
  }
}

function use<One extends { times: number }>(one: One | undefined): One | undefined {
  if (one) one.times -= 1
  return one
}
