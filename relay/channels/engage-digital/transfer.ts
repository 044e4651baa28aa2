import type { Receipt } from '../../outbox/destination.ts'
import type { Answered, Fault } from './api.ts'
import { agentStatus, each, listed, routingChannel } from './contract.ts'
import type { Sender } from './sender.ts'
import { moveThread, readThread } from './threads.ts'

/** To the agents, if there is one: from then on the bot hears nothing. Else the visitor keeps the bot. */
export async function transfer(id: string, sender: Sender): Promise<Receipt> {
  const moved = await toAgents(id, sender)
  const { self, settings, log } = sender
  if (moved === 'nobody') return keptByBot(sender)
  if (moved.ok) return { kind: 'taken', inputs: [{ kind: 'take', name: settings.agentName, on: self }] }
  if (moved.receipt.kind !== 'refused') return again(moved)
  // A visitor who waits for nobody would wait for ever.
  log.error({ channel: self, reason: moved.receipt.reason }, 'a visitor could not be transferred to agents')
  return keptByBot(sender)
}

const keptByBot = ({ self }: Sender): Receipt => ({
  kind: 'taken',
  inputs: [{ kind: 'handback', metadata: {}, why: 'nobody', on: self }]
})

async function toAgents(id: string, sender: Sender): Promise<{ ok: true } | 'nobody' | Fault> {
  const { api, settings } = sender
  const { botCategory: from, agentCategory: to } = settings
  const thread = await readThread(api, id)
  if (!thread.ok) return thread
  const isDone = thread.categories.includes(to) && !thread.categories.includes(from)
  if (isDone) return { ok: true }
  const someone = settings.checkAgents
    ? await isSomebodyThere(thread.source, sender)
    : { ok: true, there: true }
  if ('receipt' in someone) return someone
  return someone.there ? moveThread(api, id, thread, { from, to }) : 'nobody'
}

/** To the bot's category again, after somebody here gave the visitor back. */
export async function backToBot(id: string, { api, settings }: Sender): Promise<Receipt> {
  const thread = await readThread(api, id)
  if (!thread.ok) return thread.receipt
  const moved = await moveThread(api, id, thread, { from: settings.agentCategory, to: settings.botCategory })
  return moved.ok ? { kind: 'taken' } : again(moved)
}

/** The same set of categories may be set twice. */
const again = ({ receipt }: Fault): Receipt =>
  receipt.kind === 'unknown' ? { kind: 'later', reason: receipt.reason } : receipt

type Someone = { ok: true; there: boolean } | Fault

/** Somebody who is available and not full, in a routing group of the thread's source. */
async function isSomebodyThere(
  source: string | undefined,
  { api, settings, log, self }: Sender
): Promise<Someone> {
  const statuses = await api({
    name: 'look for agents',
    method: 'GET',
    path: '/status',
    query: [
      ['category_ids[]', settings.agentCategory],
      ...(source === undefined ? [] : ([['source_ids[]', source]] as const))
    ]
  })
  if (isForbidden(statuses)) {
    log.warn(
      { channel: self },
      'the token may not see whether agents are there: the visitor is transferred anyway'
    )
    return { ok: true, there: true }
  }
  if (!statuses.ok) return statuses
  const groups = await api({
    name: 'look for routing channels',
    method: 'GET',
    path: '/channels',
    query: [['limit', '150']]
  })
  if (!groups.ok && !isForbidden(groups)) return groups
  const holding = groups.ok ? holdersOf(groups.body, source) : undefined
  const agents = each(agentStatus, listed.safeParse(statuses.body).data ?? [])
  const there = agents.some(({ channels = [] }) =>
    channels.some(
      ({ id, status, busyness }) =>
        (holding?.has(id) ?? true) && status === 'available' && busyness !== 'full'
    )
  )
  return { ok: true, there }
}

const isForbidden = (answer: Answered): boolean => !answer.ok && answer.receipt.kind === 'refused'

/** The routing groups that hold a source; undefined when nothing is known of them. */
function holdersOf(body: unknown, source: string | undefined): ReadonlySet<string> | undefined {
  const read = listed.safeParse(body)
  if (!read.success || source === undefined) return undefined
  const groups = each(routingChannel, read.data)
  return new Set(groups.filter(({ source_ids: held = [] }) => held.includes(source)).map(({ id }) => id))
}
