import { account, type FakeContent, type FakeThread, newId, type StructuredContent } from './held.ts'
import type { Held } from './platform.ts'

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
}
export interface Answer {
  status: number
  body: unknown
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const no = (status: number, error: string, message = error): Answer => ({
  status,
  body: { error, message, status }
})

/** The REST interface, to the letter of its contract: what the relay may not do is a failure. */
export function answerTo(asked: Asked, held: Held): Answer {
  const { method, path } = asked
  const [, collection = '', id = '', verb = ''] = /^\/1\.0\/(\w+)(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? []
  switch (`${method} ${collection} ${verb}`) {
    case 'GET users ':
      return ok({ id: account.botUser, identity_ids: [account.botIdentity] })
    case 'GET contents ':
      return search(asked, held)
    case 'POST contents ':
      return reply(asked, held)
    case 'GET content_threads ':
      return withThread(held, id, ({ contents, ...thread }) =>
        ok({ ...thread, contents_count: contents.length })
      )
    case 'PUT content_threads update_categories':
      return withThread(held, id, thread => categorise(thread, asked, held))
    case 'PUT content_threads close':
      return withThread(held, id, thread => closeThread(thread, held))
    case 'GET status ':
      return ok([
        {
          agent_id: account.agent,
          channels: [{ id: account.routingChannel, name: 'Realtime', status: held.agents, busyness: 'ok' }]
        }
      ])
    case 'GET channels ':
      return ok({
        count: 1,
        offset: 0,
        limit: 150,
        records: [{ id: account.routingChannel, source_ids: [account.source] }]
      })
    case 'POST interventions ':
      return openIntervention(asked, held)
    case 'GET interventions ':
      return ok({ records: held.interventions.filter(one => one.thread_id === asked.query.get('thread_id')) })
    case 'PUT interventions close':
      return closeIntervention(id, held)
    default:
      held.failures.push(`there is no ${method} ${path}`)
      return no(404, 'not_found')
  }
}

function withThread(held: Held, id: string, act: (thread: FakeThread) => Answer): Answer {
  const thread = held.threads.get(id)
  if (thread) return act(thread)
  held.failures.push(`a thread that is not: ${id}`)
  return no(404, 'not_found')
}

/** `keyword:value` pairs, values in double quotes. */
function search({ query }: Asked, held: Held): Answer {
  const q = query.get('q') ?? ''
  const word = (name: string) => new RegExp(`(?:^| )${name}:"([^"]*)"`).exec(q)?.[1]
  if (!/order:created_at\.(asc|desc)$/.test(q)) held.failures.push(`an unknown search: ${q}`)
  const [thread, source, status] = ['thread', 'source', 'status_in'].map(word)
  const all = [...held.threads.values()].flatMap(({ contents }) => contents)
  const found = all.filter(
    one =>
      (thread ?? one.thread_id) === one.thread_id &&
      (source ?? one.source_id) === one.source_id &&
      (status ?? one.status) === one.status
  )
  const ordered = q.endsWith('desc') ? found.toReversed() : found
  const [from, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 30)]
  if (limit > 150) held.failures.push('more than 150 a page')
  return ok({ count: found.length, offset: from, limit, records: ordered.slice(from, from + limit) })
}

interface ReplyBody {
  in_reply_to_id?: unknown
  body?: unknown
  private?: unknown
  auto_submitted?: unknown
  structured_content?: StructuredContent
}

function reply({ body }: Asked, held: Held): Answer {
  const given: ReplyBody = body !== null && typeof body === 'object' ? body : {}
  const thread = [...held.threads.values()].find(({ contents }) =>
    contents.some(({ id }) => id === given.in_reply_to_id)
  )
  const to = thread?.contents.find(({ id }) => id === given.in_reply_to_id)
  if (!thread || !to) {
    held.failures.push('a reply to nothing')
    return no(404, 'not_found')
  }
  if (thread.closed) return no(403, 'cant_reply_to_closed_thread', "Can't reply to closed thread")
  const intervention = held.interventions.find(one => one.thread_id === thread.id && !one.closed)
  if (held.needsIntervention && !intervention)
    return no(422, 'validation_error', 'In reply to content is not under an open intervention')
  held.failures.push(...complaints(given, to, thread))
  const content: FakeContent = {
    ...to,
    id: newId(),
    author_id: account.botIdentity,
    creator_id: account.botUser,
    in_reply_to_id: to.id,
    intervention_id: intervention?.id ?? null,
    status: 'user_reply',
    body: String(given.body),
    created_at: wholeSeconds(),
    ...(given.structured_content && { structured_content: given.structured_content })
  }
  for (const one of thread.contents) if (one.status === 'new') one.status = 'replied'
  held.says(content)
  return ok({ ...content, approval_required: false, synchronization_status: 'export_pending' })
}

export const wholeSeconds = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z')

function complaints(given: ReplyBody, to: FakeContent, { contents }: FakeThread): string[] {
  const isVisitors = (one: FakeContent) => one.creator_id === null
  const last = contents.filter(isVisitors).at(-1)
  const { structured_content: structured } = given
  return [
    ...(typeof given.body === 'string' && given.body !== '' ? [] : ['a reply without a body']),
    ...(given.private === to.private_message ? [] : ['a reply that is not as private as what it replies to']),
    ...(given.auto_submitted === true ? [] : ['a reply that does not say it is automatic']),
    ...(isVisitors(to) ? [] : ['a reply to what the visitor has not said']),
    ...(last && contents.indexOf(to) < contents.indexOf(last) - 2 ? ['a reply to what is long past'] : []),
    ...(structured ? complaintsAbout(structured, to) : [])
  ]
}

function complaintsAbout({ type, items }: StructuredContent, to: FakeContent): string[] {
  const most: Partial<Record<string, number>> = { select: 13, carousel: 10, template: 4, list: 10 }
  return [
    ...(to.capabilities_supported.includes(type) ? [] : [`its source cannot show ${type}`]),
    ...(items.length <= (most[type] ?? 1) ? [] : [`too many items for ${type}`]),
    ...(type === 'select' && items.some(({ title }) => title.length > 80) ? ['a title that is too long'] : [])
  ]
}

function categorise(thread: FakeThread, { query }: Asked, held: Held): Answer {
  const wanted = query.getAll('thread_category_ids[]')
  if (held.isBusy()) return no(409, 'conflict', 'already running')
  if (!wanted.includes(account.otherCategory)) held.failures.push('a category of somebody else was lost')
  thread.thread_category_ids = wanted
  return ok({ ...thread, contents: undefined })
}

function closeThread(thread: FakeThread, held: Held): Answer {
  if (thread.closed) return no(403, 'forbidden')
  held.closes(thread)
  // Asynchronous: it does not show yet.
  return ok({ ...thread, contents: undefined, closed: false })
}

function openIntervention({ query }: Asked, held: Held): Answer {
  const content = query.get('content_id')
  const thread = [...held.threads.values()].find(({ contents }) => contents.some(({ id }) => id === content))
  if (!thread) {
    held.failures.push('an intervention for nothing')
    return no(404, 'not_found')
  }
  const isOpen = held.interventions.some(one => one.thread_id === thread.id && !one.closed)
  return isOpen ? no(422, 'validation_error') : ok(held.intervenes(thread, account.botUser))
}

/** Not without a reply of an agent in it. */
function closeIntervention(id: string, held: Held): Answer {
  const intervention = held.interventions.find(one => one.id === id)
  const contents = held.threads.get(intervention?.thread_id ?? '')?.contents ?? []
  const isAnswered = contents.some(one => one.intervention_id === id && one.creator_id !== null)
  if (!intervention || intervention.closed || !isAnswered) {
    held.failures.push('an intervention that cannot be closed')
    return no(403, 'forbidden')
  }
  intervention.closed = true
  intervention.closed_at = wholeSeconds()
  return ok({ ...intervention, closed: false })
}
