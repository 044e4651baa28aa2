import type { Seen } from '../../testing/far-side.ts'

/** Ids as the platform makes them, in the words of the tests. */
export const ids = {
  domain: '7a00000000000000000000d0',
  source: '7a00000000000000000000f1',
  thread: '7a0000000000000000000071',
  content: '7a00000000000000000000c1',
  visitor: '7a00000000000000000000a1',
  bot: '7a0000000000000000000ae9',
  agent: '7a0000000000000000000ae1',
  botCategory: '7a0000000000000000000b01',
  agentCategory: '7a0000000000000000000a01',
  otherCategory: '7a0000000000000000000c77',
  group: '7a0000000000000000000c01',
  intervention: '7a0000000000000000000011'
} as const

/** The platform's keys, as in a configuration. */
export const keys = {
  platform: 'engage-digital',
  bot: 'support',
  webhookSecret: 'secret-0123456789abcdef',
  apiUrl: 'https://shop.api.digital.ringcentral.com/1.0',
  accessToken: 'token-6f1d0c55',
  secret: 'dimelo-secret-51',
  verifyToken: 'verify-token-77',
  botCategory: ids.botCategory,
  agentCategory: ids.agentCategory,
  botUserId: ids.bot
} as const

/** What the visitor said last, as the REST interface tells it. */
export const visitors = (more: object = {}) => ({
  id: ids.content,
  source_id: ids.source,
  thread_id: ids.thread,
  author_id: ids.visitor,
  creator_id: null,
  status: 'new',
  body: 'Can I return a lamp?',
  body_input_format: 'text',
  category_ids: [ids.botCategory],
  private_message: true,
  capabilities_supported: ['select', 'rich_link', 'template', 'carousel'],
  intervention_id: null,
  created_at: '2023-11-14T22:13:20Z',
  ...more
})

export const ours = (more: object = {}) =>
  visitors({
    id: '7a00000000000000000000c9',
    creator_id: ids.bot,
    status: 'user_reply',
    body: 'Hello',
    ...more
  })

/** What the platform holds. */
export interface Held {
  contents?: readonly object[]
  thread?: object
  statuses?: readonly object[]
  groups?: readonly object[]
  interventions?: readonly object[]
}

export const available = { id: ids.group, name: 'Realtime', status: 'available', busyness: 'ok' }

/** The platform's answers when all goes well. */
export function platformAnswers({ method, path }: Pick<Seen, 'method' | 'path'>, held: Held = {}) {
  const { pathname } = new URL(path, 'http://platform')
  return { status: 200, body: JSON.stringify(answerTo(`${method} ${pathname}`, held)) }
}

function answerTo(call: string, { contents, thread, statuses, groups, interventions }: Held): unknown {
  const records = (all: readonly object[]) => ({ count: all.length, offset: 0, limit: 150, records: all })
  const whole = { id: ids.thread, source_id: ids.source, closed: false, ...thread }
  const categories = { thread_category_ids: [ids.otherCategory, ids.botCategory], ...whole }
  switch (call) {
    case 'GET /users/me':
      return { id: ids.bot, identity_ids: ['7a00000000000000000000a9'] }
    case 'GET /contents':
      return records(contents ?? [visitors()])
    case 'POST /contents':
      return ours({ id: '7a00000000000000000000ca' })
    case `GET /content_threads/${ids.thread}`:
      return categories
    case 'GET /status':
      return statuses ?? [{ agent_id: ids.agent, channels: [available], custom_status: null }]
    case 'GET /channels':
      return records(groups ?? [{ id: ids.group, source_ids: [ids.source] }])
    case 'GET /interventions':
      return records(
        interventions ?? [{ id: ids.intervention, user_id: ids.bot, closed: false, closed_at: null }]
      )
    default:
      return {}
  }
}
