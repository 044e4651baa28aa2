import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { createAdmin } from './admin.ts'
import { answer, readBody } from './http.ts'
import { createMessaging } from './messaging.ts'
import { createMisbehave } from './misbehave.ts'
import { servePicture } from './pictures.ts'
import { createRecord } from './record.ts'
import { defaultScript, type Script } from './script.ts'
import { createTalks } from './talks.ts'
import type { Pace } from './voice.ts'
import { createWebhook } from './webhook.ts'

export interface ReferenceBotOptions {
  /** What it says; the script beside this file unless told. */
  script?: Script
  /** The access token it expects, of calls and of `/admin`. */
  token: string
  teamId: string
  botId: string
  webhookId: string
  /** Where its events go; can be told later by `useWebhook`. */
  webhookUrl?: string
  clock: Clock
  log: Log
  pace?: Partial<Pace>
  /** Post events again until they are taken. True unless told. */
  retry?: boolean
  /** Answer a repeated `Idempotency-Key` as the first time. True unless told. */
  dedup?: boolean
  /** Go on with conversations of before a restart. False unless told. */
  adopt?: boolean
  /** How many lines of the record are kept. */
  keep?: number
  /** When an acknowledgement was lost, the message is posted again after this long. */
  resendMs?: number
  /** The start of the URLs of its pictures; its own unless told. */
  publicUrl?: string
  random?: () => number
}

/** A whole bot on the far side of the inGenious contract. State is in memory. */
export interface ReferenceBot {
  /** Resolves to its URL. Port 0 is any. */
  listen(port: number, host: string): Promise<string>
  /** What a relay is configured with; known once it listens. */
  readonly baseUrl: string
  useWebhook(url: string): void
  close(): Promise<void>
}

/** Like a person who types fast. */
const defaultPace: Pace = { typing: true, perWordMs: 40, minMs: 250, maxMs: 1_200 }

export function createReferenceBot(options: ReferenceBotOptions): ReferenceBot {
  const { teamId, botId, clock, log, token, script = defaultScript(), keep = 10_000 } = options
  const basePath = `/messaging/webhook/v1/${encodeURIComponent(teamId)}/${encodeURIComponent(botId)}`
  let url = ''
  let acksToDrop = 0
  const record = createRecord(clock, keep)
  const misbehave = createMisbehave(options.random ?? Math.random)
  const webhook = createWebhook({
    ...options,
    webhookUrl: options.webhookUrl,
    retry: options.retry ?? true,
    failed: reason => record.failure({ fault: 'webhook-not-taken', detail: reason })
  })
  const files = () => options.publicUrl ?? url
  const talks = createTalks(
    {
      script,
      clock,
      webhook,
      misbehave,
      pace: { ...defaultPace, ...options.pace },
      scene: {
        imageUrl: word => `${files()}/images/${word}.svg`,
        fileUrl: word => `${files()}/files/${word}.txt`
      },
      dropAck: () => acksToDrop > 0 && acksToDrop-- > 0,
      resendMs: options.resendMs ?? 1_000,
      failed(fault, conversation) {
        log.warn({ fault, conversation }, 'the relay did what the contract forbids')
        record.failure({ fault, conversation })
      }
    },
    { adopt: options.adopt ?? false }
  )
  const messaging = createMessaging({
    basePath,
    token,
    talks,
    record,
    misbehave,
    dedup: options.dedup ?? true
  })
  const admin = createAdmin({
    token,
    talks,
    record,
    misbehave,
    dropAcks(times) {
      acksToDrop += times
    },
    use: webhook.use,
    reset() {
      acksToDrop = 0
      for (const part of [record, misbehave, talks, messaging]) part.reset()
    }
  })
  const server = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    if (request.method === 'GET' && servePicture(path, response)) return
    const text = await readBody(request)
    if (text === undefined) answer(response, 400, { error: 'the body is too large' })
    else if (path.startsWith('/admin/')) admin(request, response, text)
    else if (path.startsWith('/messaging/')) messaging.respond(request, response, text)
    else answer(response, 404, { error: 'nothing here' })
  }

  return {
    get baseUrl() {
      return url + basePath
    },
    async listen(port, host) {
      url = await listening(server, port, host)
      return url
    },
    useWebhook: webhook.use,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await Promise.all([webhook.close(), closed])
    }
  }
}

function listening(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const actual = address !== null && typeof address === 'object' ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`)
    })
  })
}
