import type { Visitor } from './index.ts'
import { isObject } from './reader/needs.ts'

/** What became of an upload: kept under an id, or not, by the relay's word for why; none where somebody else answered. */
export type Uploaded =
  | { is: 'kept'; id: string }
  | { is: 'refused'; error: string }
  /** Nobody answered, or nobody who could take it just now. */
  | { is: 'lost' }

/** A file on its way. */
export interface Uploading {
  answer: Promise<Uploaded>
  /** Then it is lost. */
  cancel(): void
}

/** `progress` hears how much of it has gone, from 0 to 1. */
export type Upload = (visitor: Visitor, file: File, progress: (part: number) => void) => Uploading

/** Longer than the relay waits for a file, ms. */
const patienceMs = 200_000

/** By the one way in which a browser says how far it has come. */
export const upload: Upload = (visitor, file, progress) => {
  const request = new XMLHttpRequest()
  const answer = new Promise<Uploaded>(resolve => {
    request.onloadend = () => resolve(read(request))
  })
  request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
  request.open('POST', addressOf(visitor, file.name))
  request.responseType = 'json'
  request.timeout = patienceMs
  for (const [name, value] of Object.entries(headersOf(visitor))) request.setRequestHeader(name, value)
  request.send(file)
  return { answer, cancel: () => request.abort() }
}

/** Beside the socket, whose address names the site and the preview already. */
export function addressOf({ url }: Pick<Visitor, 'url'>, name: string): string {
  const address = new URL(url)
  address.protocol = address.protocol.replace('ws', 'http')
  address.pathname = address.pathname.replace(/ws$/, 'files')
  address.searchParams.set('name', name)
  return address.href
}

/** Who sends it, as in hello: what proves that is in no address. */
export function headersOf({ identity, token }: Pick<Visitor, 'identity' | 'token'>): Record<string, string> {
  const type = { 'content-type': 'application/octet-stream' }
  if (identity) return { ...type, 'x-footbridge-identity': identity }
  return token ? { ...type, authorization: `Bearer ${token}` } : type
}

export function read({ status, response }: Pick<XMLHttpRequest, 'status' | 'response'>): Uploaded {
  const told: unknown = response
  const { file, error } = isObject(told) ? told : {}
  if (status === 201 && isObject(file) && typeof file['id'] === 'string')
    return { is: 'kept', id: file['id'] }
  if (status === 0 || status >= 500 || error === 'brokenOff') return { is: 'lost' }
  return { is: 'refused', error: typeof error === 'string' ? error : '' }
}
