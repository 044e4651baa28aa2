import type { IncomingMessage } from 'node:http'

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
