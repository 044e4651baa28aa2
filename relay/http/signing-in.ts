import { type IRouter, json, type Request, type Response } from 'express'
import type { Signed } from '../console/access/admission.ts'
import type { Door, Refused } from '../console/access/door.ts'
import type { Oidc } from '../console/access/oidc/index.ts'
import type { SigningIn } from '../console/access/sign-in.ts'
import { isOtherThanJson, notJson } from './body.ts'

const maxBodyBytes = 262_144

interface Parts {
  door: Pick<Door, 'isOurs'>
  networkOf(request: Request): string
}

/** What is for whoever is not in, or does not want to be. */
export function signingIn(router: IRouter, { door, networkOf }: Parts, signIn: SigningIn): void {
  const from = (request: Request) => ({ network: networkOf(request), cookie: request.headers.cookie })
  const open = (path: string, run: (request: Request) => Promise<Signed>) =>
    router.post(path, json({ limit: maxBodyBytes }), async (request, response) => {
      if (!door.isOurs(request)) return refuse(response, { status: 403, error: 'forbidden' })
      if (isOtherThanJson(request)) return notJson(response)
      const { answer, setCookie } = await run(request)
      if (setCookie !== undefined) response.set('set-cookie', setCookie)
      response.status(answer.status).json(answer.body)
    })
  router.get('/sign-in', (_, response) => void response.json(signIn.ways().body))
  open('/sign-in', request => signIn.in(request.body, from(request)))
  open('/sign-out', request => signIn.out(from(request)))
  const { oidc } = signIn
  if (!oidc) return
  open('/sign-in/oidc', request => oidc.begin(request.body, from(request)))
  router.get('/sign-in/oidc/return', async (request, response) => {
    await comeBack(response, oidc.back(searchOf(request), from(request)))
  })
}

/** To the console in any case: it says why, in words of its own. */
async function comeBack(response: Response, coming: ReturnType<Oidc['back']>): Promise<void> {
  const { why, setCookies } = await coming
  if (setCookies.length > 0) response.set('set-cookie', [...setCookies])
  response.redirect(303, why === undefined ? '/console' : `/console?sign-in=${why}`)
}

const searchOf = ({ originalUrl }: Request): string => /\?[^#]*/.exec(originalUrl)?.[0] ?? ''

export const refuse = (response: Response, { status, error }: Refused): void =>
  void response.status(status).json({ error })
