import type { z } from 'zod'
import type { Role } from './access/accounts.ts'
import type { Actor } from './access/door.ts'

/** One route of `/api/v1`, without any web framework. */
export interface ApiRoute {
  /** Who may: operators may all that agents may. */
  for: Role
  method: 'GET' | 'POST'
  /** What it does is told and forgotten: no deed. */
  passing?: true
  /** Express's way of writing: `/conversations/:id`. */
  path: string
  /** The body is bytes, and no JSON. */
  raw?: true
  /** What only reads is in the audit log where this says so; what changes something always is. */
  noted?: true
  run(request: ApiRequest): Promise<ApiAnswer>
}
interface ApiRequest {
  by: Actor
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, unknown>>
  body: unknown
  /** The body as it comes, where it is not JSON; `length` as it was announced. */
  upload: { bytes: AsyncIterable<Uint8Array>; length: number | undefined }
}
export interface ApiAnswer {
  status: number
  body: unknown
  /** In place of the body: a file to keep, which runs and loads nothing wherever it is opened. */
  file?: ApiFile
}
export interface ApiFile {
  name: string
  type: string
  text: string
  /** What a browser that shows it may do: nothing, unless told. */
  policy?: string
}

export const ok = (body: unknown): ApiAnswer => ({ status: 200, body })

export const notStored: ApiAnswer = {
  status: 503,
  body: { error: 'notStored', says: 'not stored; try again' }
}

export function badRequest(error: z.ZodError | undefined): ApiAnswer {
  const says = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  return { status: 400, body: { error: 'badRequest', says } }
}
