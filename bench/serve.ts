import { createServer, type IncomingMessage, type Server } from 'node:http'

/** What to answer a POST with. */
export interface Answer {
  status: number
  body: string
}

/** A server that reads JSON bodies and answers at once: no routes, no checks. */
export function createJsonServer(answer: (path: string, body: unknown) => Answer): Server {
  return createServer((request, response) => {
    readText(request, text => {
      const { status, body } = answer(request.url ?? '', JSON.parse(text))
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body)
      })
      response.end(body)
    })
  })
}

/** Listens on loopback and says so, for whoever started this process. */
export function listen(server: Server, port: number): void {
  server.keepAliveTimeout = 65_000
  // By itself a signal would leave no profile behind.
  process.on('SIGTERM', () => process.exit(0))
  server.listen(port, '127.0.0.1', () => process.stdout.write(`listens on http://127.0.0.1:${port}\n`))
}

function readText(request: IncomingMessage, done: (text: string) => void): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
}
