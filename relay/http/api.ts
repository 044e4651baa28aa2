import { json, type Request, type Response, Router } from 'express'
import type { ApiRoute } from '../console/answers.ts'
import { sameSecret } from '../lib/secret.ts'

const maxBodyBytes = 262_144

/** `/api/v1`: every route behind the bearer token. */
export function apiRouter(routes: readonly ApiRoute[], token: string): Router {
  const router = Router()
  router.use((request, response, next) => {
    response.set('cache-control', 'no-store')
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (sameSecret(given, token)) next()
    else response.status(401).json({ error: 'unauthorized' })
  })
  router.use(json({ limit: maxBodyBytes }))
  for (const route of routes) {
    const run = (request: Request, response: Response) => serve(route, request, response)
    if (route.method === 'GET') router.get(route.path, run)
    else router.post(route.path, run)
  }
  router.use((_, response) => void response.status(404).json({ error: 'notFound' }))
  return router
}

async function serve({ run }: ApiRoute, request: Request, response: Response): Promise<void> {
  const params = Object.fromEntries(
    Object.entries(request.params).map(([key, value]) => [key, String(value)])
  )
  const { status, body } = await run({ params, query: request.query, body: request.body })
  response.status(status).json(body)
}
