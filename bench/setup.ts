/** What all the processes of the benchmark agree on. */
export const contestants = ['hop', 'footbridge', 'socketio'] as const
export type Contestant = (typeof contestants)[number]

/** What every event of the bot names. */
export const ids = {
  app: { teamId: 'tm_bench', botId: 'bt_bench' },
  webhook: { id: 'wh_bench', version: 'v1' }
} as const

export const webhookSecret = 'the-last-part-of-the-path'
export const webhookPath = `/bots/bench/${webhookSecret}`
export const site = 'bench'
export const origin = 'http://bench.example'

/** Each way between relay and bot, for all three: as many as conversations, so that nobody waits for one. */
export const connections = 64
export const conversations = 64
export const perSecond = 500
export const idleSockets = 10_000
/** Open when the idle memory is measured first: what a process needs once is then not counted for each socket. */
export const firstSockets = 500
