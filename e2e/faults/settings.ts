import { account as engage } from '../fakes/engage-digital.ts'
import { account as livechat } from '../fakes/livechat.ts'
import type { LiveChatBot } from './livechat.ts'
import { origin, sites } from './page.ts'

/** What the relay and the bot must both know. */
export const secrets = {
  accessToken: 'the-bots-own-access-token',
  teamId: 'tm_faults',
  botId: 'bt_faults',
  webhookId: 'wh_faults',
  webhookSecret: 'the-secret-of-the-webhook'
} as const

export const webhookPath = `/bots/echo/${secrets.webhookSecret}`

/** What a conversation on Ebbot begins with. */
export const ebbotScenario = 'sc_faults'

/** As destinations of the relay's. */
export const channels = { engage: 'channels/care', livechat: 'channels/desk' } as const
/** The one destination that nothing is told twice: what may have been heard is given up on, and said to be. */
export const mayLose = 'bots/ebbot'

export interface Addresses {
  port: number
  /** Where the outside reaches the relay. */
  publicPort: number
  store: string
  botUrl: string
  /** Those that there are beside the first. */
  ebbotUrl?: string | undefined
  engageUrl?: string | undefined
  livechatUrl?: string | undefined
  /** Once it was made. */
  livechatBot?: LiveChatBot | undefined
}

const plenty = { burst: 1_000_000, perSecond: 1_000_000 }
const start = { restart: true }

/** The relay's configuration. All visitors come from one address, so only what one socket may do stays limited. */
export function configuration(addresses: Addresses): string {
  const { port, publicPort, store, botUrl, ebbotUrl, engageUrl, livechatUrl } = addresses
  const timeoutMs = 1_500
  const origins = [origin]
  return JSON.stringify({
    listen: { host: '127.0.0.1', port },
    publicUrl: `http://127.0.0.1:${publicPort}`,
    store: `sqlite:${store}`,
    secret: 'a-secret-for-the-fault-test',
    sites: {
      [sites.ingenious]: { origins, bot: 'echo', start },
      ...(ebbotUrl && { [sites.ebbot]: { origins, bot: 'ebbot', start: { scenario: ebbotScenario } } })
    },
    bots: {
      echo: { platform: 'ingenious', baseUrl: botUrl, ...secrets, timeoutMs, connections: 50 },
      ...(ebbotUrl && { ebbot: ebbot(ebbotUrl, timeoutMs) })
    },
    channels: {
      ...(engageUrl && { care: care(engageUrl, timeoutMs) }),
      ...(livechatUrl && { desk: desk(livechatUrl, timeoutMs, addresses.livechatBot) })
    },
    limits: {
      messages: { burst: 3, perSecond: 10 },
      frames: plenty,
      sockets: plenty,
      conversations: plenty
    },
    retry: { firstMs: 50, factor: 2, capMs: 500 },
    shutdownSeconds: 1,
    logLevel: 'error'
  })
}

const ebbot = (webhookUrl: string, timeoutMs: number) => ({
  platform: 'ebbot',
  webhookUrl,
  botId: 'ebfaults',
  webhookSecret: 'the-secret-of-ebbots-webhook',
  timeoutMs
})

/** Looks for what was said, answered or not: a lost webhook may tell of a text that a reply to another has marked. */
const care = (apiUrl: string, timeoutMs: number) => ({
  platform: 'engage-digital',
  bot: 'echo',
  start,
  apiUrl,
  accessToken: engage.accessToken,
  secret: engage.secret,
  verifyToken: engage.verifyToken,
  webhookSecret: engage.webhookSecret,
  botCategory: engage.botCategory,
  agentCategory: engage.agentCategory,
  sources: [engage.source],
  lookFor: ['new', 'replied'],
  lookEverySeconds: 1,
  clockSkewMs: 0,
  requestsPerMinute: 100_000,
  timeoutMs
})

const desk = (apiUrl: string, timeoutMs: number, bot?: LiveChatBot) => ({
  platform: 'livechat',
  bot: 'echo',
  start,
  apiUrl,
  accountsUrl: apiUrl,
  ...livechat,
  webhookSecret: 'the-secret-of-livechats-webhooks',
  secretKey: 'the-key-that-each-webhook-repeats',
  callsPerSecond: 500,
  catchUpSeconds: 1,
  timeoutMs,
  ...(bot && { botId: bot.id, botSecret: bot.secret })
})
