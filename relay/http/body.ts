import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'express'

export type Body = { kind: 'whole'; bytes: Buffer } | { kind: 'tooLong' } | { kind: 'brokenOff' }

/** The body, of at most `limit` bytes. */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else resolve({ kind: 'tooLong' })
    })
    request.on('end', () => resolve({ kind: 'whole', bytes: Buffer.concat(chunks) }))
    request.on('error', () => resolve({ kind: 'brokenOff' }))
    request.on('close', () => resolve({ kind: 'brokenOff' }))
  })
}

/** A body came, and it was not taken for JSON: a form, a text, whatever a page can send without asking. */
export function isOtherThanJson({ method, headers, body }: Request): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': pieces } = headers
  return method !== 'GET' && body === undefined && (pieces !== undefined || length !== '0')
}

export const notJson = (response: Response): void =>
  void response.status(415).json({ error: 'notJson', says: 'the body must be JSON' })
