import type { Answer, UploadedFile } from '../contract.ts'

type Uploaded = Answer<{ file: UploadedFile }>

/** A file on its way. */
export interface Uploading {
  answer: Promise<Uploaded>
  cancel(): void
}

/** `progress` hears how much of it has gone, from 0 to 1. */
export type Upload = (conversation: string, file: File, progress: (part: number) => void) => Uploading

const nobody = { is: 'no', status: 0, error: 'unreachable' } as const

/** By the one way in which a browser says how far it has come. */
export const upload: Upload = (conversation, file, progress) => {
  const request = new XMLHttpRequest()
  const answer = new Promise<Uploaded>(resolve => {
    request.addEventListener('load', () => resolve(read(request)))
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve(nobody))
  })
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
  const name = new URLSearchParams({ name: file.name })
  request.open('POST', `/api/v1/conversations/${encodeURIComponent(conversation)}/files?${name}`)
  request.responseType = 'json'
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('x-footbridge', 'console')
  request.send(file)
  return { answer, cancel: () => request.abort() }
}

/** What comes from the relay of this page is taken at its word: both are built together. */
function read({ status, response }: XMLHttpRequest): Uploaded {
  const told: unknown = response
  if (typeof told !== 'object' || told === null) return { is: 'no', status, error: 'fault' }
  if (status === 201) return { is: 'ok', body: told as { file: UploadedFile } }
  return { error: 'fault', ...told, is: 'no', status }
}
