import { origin, site } from './page.ts'

/** What the relay and the bot must both know. */
export const secrets = {
  accessToken: 'the-bots-own-access-token',
  teamId: 'tm_faults',
  botId: 'bt_faults',
  webhookId: 'wh_faults',
  webhookSecret: 'the-secret-of-the-webhook'
} as const

export const webhookPath = `/bots/echo/${secrets.webhookSecret}`

export interface Addresses {
  port: number
  store: string
  botUrl: string
}

const plenty = { burst: 1_000_000, perSecond: 1_000_000 }

/** The relay's configuration. All visitors come from one address, so only what one socket may do stays limited. */
export function configuration({ port, store, botUrl }: Addresses): string {
  return JSON.stringify({
    listen: { host: '127.0.0.1', port },
    publicUrl: `http://127.0.0.1:${port}`,
    store: `sqlite:${store}`,
    secret: 'a-secret-for-the-fault-test',
    sites: { [site]: { origins: [origin], bot: 'echo', start: { restart: true } } },
    bots: { echo: { platform: 'ingenious', baseUrl: botUrl, ...secrets, timeoutMs: 1_500, connections: 50 } },
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
