import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A request as a platform would see it. */
export interface Seen {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

/** A platform for the tests: remembers what it was asked and answers as told. */
export interface FarSide {
  url: string
  seen: readonly Seen[]
  answerWith(act: (response: ServerResponse, seen: Seen) => void): void
  close(): Promise<void>
}

export async function startFarSide(): Promise<FarSide> {
  const seen: Seen[] = []
  let act: (response: ServerResponse, seen: Seen) => void = response => response.end('{}')
  const server = createServer((request, response) => void take(request, response).catch(() => {}))

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { method = '', url: path = '', headers } = request
    const one = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') }
    seen.push(one)
    act(response, one)
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answerWith(given) {
      act = given
    },
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}

/** Answers with a status, some headers and a body. */
export const answering =
  (status: number, body = '{}', headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  }
