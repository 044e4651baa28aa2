import { pipeline } from 'node:stream/promises'
import { type IRouter, type Request, type Response, Router } from 'express'
import { conversationId } from '#shared/ids.ts'
import type { Sending, VisitorDoor } from '../channels/widget/uploading.ts'
import { type Door, isRefused } from '../console/access/door.ts'
import { uploadAnswer } from '../console/files.ts'
import type { Files } from '../files/files.ts'
import type { Keys } from '../files/keys.ts'
import { dispositionOf } from '../files/name.ts'
import type { Uploads } from '../files/uploads.ts'

export interface FilesEdge {
  files: Pick<Files, 'find' | 'read'>
  keys: Pick<Keys, 'opens'>
  uploads: Pick<Uploads, 'put'>
  visitors: VisitorDoor
  /** May this address send one more file? */
  mayUpload(request: Request): boolean
}

/** Files for whoever may have them, and from visitors. Whatever is not for somebody is not there. */
export function filesRouter(edge: FilesEdge, door: Door | undefined): IRouter {
  const router = Router()
  router.get('/files/:conversation/:id', async (request, response, next) => {
    const found = await findFor(edge, door, request)
    if (found) await send(edge, found, response)
    else next()
  })
  router.options('/files', (request, response) => {
    if (forPage(edge, request, response)) response.set(allowing).status(204).end()
    else response.status(403).end()
  })
  router.post('/files', (request, response) => receive(edge, request, response))
  return router
}

type Facts = NonNullable<Awaited<ReturnType<Files['find']>>>
interface Found {
  facts: Facts
  /** A page of another origin shows it: the visitor's. */
  elsewhere: boolean
}

async function findFor(
  { files, keys }: FilesEdge,
  door: Door | undefined,
  request: Request
): Promise<Found | undefined> {
  const { conversation: of, id = '' } = request.params
  const conversation = conversationId.safeParse(of)
  if (!conversation.success || typeof id !== 'string') return undefined
  const { key } = request.query
  const elsewhere = typeof key === 'string'
  const may = elsewhere ? keys.opens(conversation.data, id, key) : await isIn(door, request)
  const facts = may ? await files.find(conversation.data, id) : undefined
  return facts && { facts, elsewhere }
}

const isIn = async (door: Door | undefined, request: Request): Promise<boolean> =>
  door !== undefined && !isRefused(await door.who(request))

/** To be saved; where it is shown all the same, nothing of it runs and nothing is asked for. */
async function send({ files }: FilesEdge, { facts, elsewhere }: Found, response: Response): Promise<void> {
  const { conversation, id, type, size, name } = facts
  const bytes = await files.read(conversation, id)
  if (!bytes) return void response.status(404).json({ error: 'notFound' })
  response.set({
    'content-type': type,
    'content-length': String(size),
    'content-disposition': dispositionOf(name),
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': elsewhere ? 'cross-origin' : 'same-origin',
    'referrer-policy': 'no-referrer'
  })
  // Whoever goes away in the middle wants no more of it.
  await pipeline(bytes, response).catch(() => undefined)
}

async function receive(edge: FilesEdge, request: Request, response: Response): Promise<void> {
  const sending = forPage(edge, request, response)
  if (!sending) return answer(response, 403, 'forbidden', 'this page may not send files here')
  if (!edge.mayUpload(request))
    return answer(response, 429, 'tooMany', 'too many files were sent; try again later')
  const who = await edge.visitors.who(sending)
  if (!who) return answer(response, 401, 'unauthorized', 'a visitor’s token or identity is needed')
  const { name } = request.query
  const called = typeof name === 'string' ? name.slice(0, 1_000) : ''
  const uploaded = await edge.uploads.put({ is: 'visitor', hash: who.hash }, who.conversation, {
    called,
    ...uploadOf(request)
  })
  const { status, body } = uploadAnswer(uploaded)
  response.status(status).json(body)
}

const answer = (response: Response, status: number, error: string, says: string) =>
  void response.status(status).json({ error, says })

/** The body as it comes. Who leaves off reading it can still answer. */
export function uploadOf(request: Request) {
  const length = Number(request.get('content-length'))
  const bytes: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false })
  return { bytes, length: Number.isSafeInteger(length) ? length : undefined }
}

/** Who sends, where their page may: it alone may read the answer. */
function forPage({ visitors }: FilesEdge, request: Request, response: Response): Sending | undefined {
  const { site, preview } = request.query
  const origin = request.get('origin')
  response.set({ vary: 'Origin', 'cache-control': 'no-store' })
  const sending: Sending = {
    site: typeof site === 'string' ? site : '',
    preview: typeof preview === 'string' ? preview : undefined,
    origin,
    token: /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1],
    identity: request.get('x-footbridge-identity')
  }
  if (origin === undefined || !visitors.isListed(sending)) return undefined
  response.set({ 'access-control-allow-origin': origin, 'cross-origin-resource-policy': 'cross-origin' })
  return sending
}

const allowing = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, content-type, x-footbridge-identity',
  'access-control-max-age': '600'
}
