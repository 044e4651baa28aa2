/** What a journey may have otherwise in its relay. */
export interface Settings {
  /** Is there an agents' side at all? */
  agents: boolean
  takeWithinSeconds: number
  /** What becomes of a handover while no agent is available, as it stands in the file; absent: it waits. */
  nobody?: 'handback' | 'form'
  /** `natural`: the bot types, and takes its time. */
  pace: 'fast' | 'natural'
  /** What its visitors may do, as it stands in the file; absent: everything. */
  visitor?: string
  /** What else is set for the shop, each line indented as in its file, and which other sites there are. */
  shop?: string
  sites?: (origin: string) => string
  /** What else stands in its file. */
  more?: string
  /** Where its relay and widget were built, if not where they usually are. */
  dist?: string | undefined
}

export const usualSettings: Settings = { agents: true, takeWithinSeconds: 300, pace: 'fast' }

/** What the relay and the bot must both know. */
export const shared = {
  accessToken: 'the-bots-own-access-token',
  teamId: 'tm_shop',
  botId: 'bt_shop',
  webhookId: 'wh_shop',
  webhookSecret: 'the-secret-of-the-webhook',
  apiToken: 'the-token-of-the-agents-side'
} as const

interface Addresses {
  port: number
  folder: string
  origin: string
  botUrl: string
}

/** The relay's configuration, as an operator would write it; waits are shorter than usual. */
export function configuration({ port, folder, origin, botUrl }: Addresses, settings: Settings): string {
  const { accessToken, teamId, botId, webhookId, webhookSecret, apiToken } = shared
  return `
listen: { port: ${port} }
publicUrl: http://127.0.0.1:${port}
store: sqlite:${folder}/footbridge.db
secret: a-secret-for-the-journeys
${settings.agents ? `api: { token: ${apiToken} }` : ''}
sites:
  shop:
    title: Garden help
    origins: ["${origin}"]
    bot: support
    start: { restart: true }
    handover: { takeWithinSeconds: ${settings.takeWithinSeconds}, nobody: ${settings.nobody ?? 'wait'} }
    visitor: ${settings.visitor ?? '{}'}
${settings.shop ?? ''}
${settings.sites?.(origin) ?? ''}
bots:
  support:
    platform: ingenious
    baseUrl: ${botUrl}
    accessToken: ${accessToken}
    teamId: ${teamId}
    botId: ${botId}
    webhookId: ${webhookId}
    webhookSecret: ${webhookSecret}
retry: { firstMs: 100, factor: 2, capMs: 1000 }
logLevel: warn
${settings.more ?? ''}
`
}
