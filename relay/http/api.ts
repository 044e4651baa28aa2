import { json, type Request, type Response, Router } from 'express'
import { type Actor, type Door, isRefused } from '../console/access/door.ts'
import type { SigningIn } from '../console/access/sign-in.ts'
import type { ApiAnswer, ApiFile, ApiRoute } from '../console/answers.ts'
import type { Audit } from '../console/audit.ts'
import type { Streams } from '../console/stream/index.ts'
import { isOtherThanJson, notJson } from './body.ts'
import { uploadOf } from './files.ts'
import { refuse, signingIn } from './signing-in.ts'

const maxBodyBytes = 262_144

export interface Api {
  routes: readonly ApiRoute[]
  door: Door
  /** Where nobody may sign in there is a token only. */
  signIn: SigningIn | undefined
  audit: Audit
  streams: Streams
  networkOf(request: Request): string
}

/** `/api/v1`: nobody comes in but by the door, and nothing is done that is not written down. */
export function apiRouter(api: Api): Router {
  const router = Router()
  router.use((_, response, next) => {
    response.set({ 'cache-control': 'no-store', vary: 'Origin' })
    next()
  })
  if (api.signIn) signingIn(router, api, api.signIn)
  router.use(async (request, response, next) => {
    const actor = await api.door.who(request)
    if (isRefused(actor)) return refuse(response, actor)
    response.locals['actor'] = actor
    next()
  })
  router.use(json({ limit: maxBodyBytes }))
  router.get('/me', (_, response) => {
    const { name, shown, role } = actorOf(response)
    response.json({ name, shown, role })
  })
  router.get('/events', (request, response) => stream(api, request, response))
  for (const route of api.routes) {
    const run = (request: Request, response: Response) => serve(api, route, request, response)
    if (route.method === 'GET') router.get(route.path, run)
    else router.post(route.path, run)
  }
  router.use((_, response) => void response.status(404).json({ error: 'notFound' }))
  return router
}

const place = /^\d{1,15}$/

/** A browser that was cut off says itself how far it has come; `after` is for who begins. */
function stream({ streams, door }: Api, request: Request, response: Response): void {
  const { after } = request.query
  const given = request.get('last-event-id') ?? (typeof after === 'string' ? after : '')
  if (given !== '' && !place.test(given)) {
    response.status(400).json({ error: 'badRequest', says: 'after: a place is a number' })
    return
  }
  const { method, headers } = request
  const wanting = {
    by: actorOf(response),
    after: given === '' ? undefined : Number(given),
    mayStay: () => door.mayStay({ method, headers })
  }
  if (!streams.open(wanting, response))
    response.status(429).json({ error: 'tooMany', says: 'this account has too many windows open' })
}

async function serve(api: Api, route: ApiRoute, request: Request, response: Response): Promise<void> {
  const by = actorOf(response)
  if (route.for === 'operator' && by.role !== 'operator') return notAllowed(response)
  // Its body may have taken as long as somebody liked.
  const mayStay = () => api.door.mayStay(request)
  if (route.method === 'POST' && !(await mayStay())) return tell(response, unauthorized)
  const params = Object.fromEntries(
    Object.entries(request.params).map(([key, value]) => [key, String(value)])
  )
  const run = () =>
    whileStaying(mayStay, uploadOf(request), upload =>
      route.run({ by, params, query: request.query, body: request.body, upload })
    )
  const doing = { who: by.name, what: route.path, about: params['id'], network: api.networkOf(request) }
  if (!route.raw && isOtherThanJson(request)) return notJson(response)
  const plain = route.passing || (route.method === 'GET' && !route.noted)
  const done = plain ? await run() : await api.audit.note(doing, run)
  if (done) tell(response, done.answer)
  else response.status(503).json({ error: 'notStored', says: 'not stored, and not done; try again' })
}

type Upload = ReturnType<typeof uploadOf>

/** Bytes are read while it runs, for as long as somebody liked: whose they are is asked once more behind the last. */
async function whileStaying(
  mayStay: () => Promise<boolean>,
  { bytes, length }: Upload,
  run: (upload: Upload) => Promise<ApiAnswer>
): Promise<{ answer: ApiAnswer }> {
  let isOut = false
  async function* checked() {
    yield* bytes
    isOut = !(await mayStay())
    // What broke off is not kept.
    if (isOut) throw new Error('whoever sent it may not be here any more')
  }
  const answer = await run({ bytes: checked(), length })
  return { answer: isOut ? unauthorized : answer }
}

function tell(response: Response, { status, body, file }: ApiAnswer): void {
  if (file) sendFile(response.status(status), file)
  else response.status(status).json(body)
}

/** As it is, to be kept: no browser guesses at it, and one that shows it runs nothing. */
function sendFile(response: Response, { name, type, text, policy = "default-src 'none'" }: ApiFile): void {
  response
    .set({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`,
      'x-content-type-options': 'nosniff'
    })
    .send(Buffer.from(text))
}

const actorOf = (response: Response): Actor => response.locals['actor']

const unauthorized: ApiAnswer = { status: 401, body: { error: 'unauthorized' } }

const notAllowed = (response: Response) =>
  void response.status(403).json({ error: 'forbidden', says: 'this is for operators' })
