import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { ConfiguredBot } from '../bots/bot.ts'
import type { Heard } from '../conversation/heard.ts'
import type { Clock } from '../lib/clock.ts'
import type { Incoming } from '../lib/incoming.ts'
import { parseJson } from '../lib/json.ts'
import { createSecret } from '../lib/secret.ts'

/** What the platform posted, as far as it is about our conversation. */
export type Posted =
  | { kind: 'heard'; heard: Heard }
  /** The last part of the path is not the secret. */
  | { kind: 'secret' }
  /** Another bot's path. */
  | { kind: 'path' }
  /** The path goes on behind the secret, by a slash or more: the relay knows no such path. */
  | { kind: 'longer' }
  /** The path is right, and what is in it is not for this bot. */
  | { kind: 'unverified'; reason: string }

interface EarParts {
  bot: ConfiguredBot
  clock: Clock
  /** Is this address our conversation's? Nothing is known before the platform has named it. */
  isOurs(address: string): boolean
  posted(what: Posted): void
}

const maxBodyBytes = 5_242_880
const place = /^\/bots\/([^/?]+)\/([^/?]+)(\/[^?]*)?(?:\?.*)?$/

/** Stands where the relay does. Whatever is not about our own conversation is put off, for the relay to take later. */
export interface Ear {
  /** Below `publicUrl`: answered with `word`, and by nobody else. */
  probe: string
  word: string
  listen(host: string, port: number): Promise<string>
  close(): Promise<void>
}

export function createEar(parts: EarParts): Ear {
  const [name, word] = [randomBytes(9).toString('hex'), randomBytes(16).toString('hex')]
  const probe = `/${parts.bot.id}/doctor-${name}`
  const server = createServer((request, response) => {
    if (request.url === probe) answer(response, 200, { doctor: word })
    else void take(parts, request, response)
  })
  return { probe, word, listen: (host, port) => listen(server, host, port), close: () => close(server) }
}

async function take(parts: EarParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await bodyOf(request).catch(() => undefined)
  const match = place.exec(request.url ?? '')
  if (request.method !== 'POST' || !raw || !match) {
    return answer(response, 404, { error: 'notFound' })
  }
  const { bot, clock } = parts
  const [, id = '', given = '', more] = match
  const incoming = incomingOf(raw, request, clock.now())
  const reading = bot.receive(incoming)
  const ours = reading.ok ? reading.heard.filter(({ address }) => parts.isOurs(address)) : []
  if (ours.length === 0) return answer(response, 503, { error: 'later' })
  const verdict = bot.verify(incoming)
  if (`bots/${id}` !== bot.id) parts.posted({ kind: 'path' })
  else if (!createSecret(bot.webhookSecret).is(given)) parts.posted({ kind: 'secret' })
  else if (more !== undefined) parts.posted({ kind: 'longer' })
  else if (!verdict.ok) parts.posted({ kind: 'unverified', reason: verdict.reason })
  else {
    answer(response, 200, {})
    for (const heard of ours) parts.posted({ kind: 'heard', heard })
    return
  }
  answer(response, 404, { error: 'notFound' })
}

function incomingOf(raw: Buffer, { headers }: IncomingMessage, at: number): Incoming {
  return { raw, headers, at, json: () => parseJson(raw.toString('utf8')) }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    const chunk = Buffer.from(part)
    bytes += chunk.length
    if (bytes > maxBodyBytes) throw new Error('the body is too large')
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const bound = server.address()
      const at = bound !== null && typeof bound === 'object' ? bound.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${at}`)
    })
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}
