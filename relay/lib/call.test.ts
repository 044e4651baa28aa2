import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Caller, type CallerOptions, createCaller } from './call.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

test('an answer comes with its status and body, and the request with its headers and body', async () => {
  const seen: string[] = []
  const url = await serve(async (request, response) => {
    for await (const chunk of request) seen.push(`${String(request.headers['x-mark'])} ${String(chunk)}`)
    response.writeHead(201).end('made')
  })
  const result = await caller().send({ url: `${url}/a?b=c`, headers: { 'x-mark': 'm' }, body: '{"a":1}' })
  expect(result).toEqual({
    kind: 'answer',
    status: 201,
    body: 'made',
    retryAfterMs: undefined,
    at: expect.any(Number)
  })
  expect(seen).toEqual(['m {"a":1}'])
})

test('a redirect is an answer, not followed', async () => {
  const seen: (string | undefined)[] = []
  const url = await serve((request, response) => {
    seen.push(request.url)
    response.writeHead(307, { location: '/elsewhere' }).end()
  })
  expect(await post(url)).toMatchObject({ kind: 'answer', status: 307 })
  expect(seen).toEqual(['/'])
})

test('connections are kept and never more than allowed', async () => {
  const ports = new Set<number | undefined>()
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort)
    response.end('{}')
  })
  const shared = caller({ connections: 2 })
  await Promise.all(Array.from({ length: 12 }, () => shared.send({ url, headers: {}, body: '{}' })))
  expect(ports.size).toBeLessThanOrEqual(2)
})

test.each([
  ['3', 3_000],
  ['0', 0],
  ['Thu, 01 Jan 1970 00:01:10 GMT', 10_000],
  ['Thu, 01 Jan 1970 00:00:10 GMT', 0],
  ['soon', undefined],
  ['-4', undefined]
])('Retry-After %s at second 60 is %s ms', async (header, expected) => {
  const url = await serve((_, response) => response.writeHead(503, { 'retry-after': header }).end())
  const clock = { now: () => 60_000, after: () => () => {}, every: () => () => {} }
  expect(await post(url, { clock })).toMatchObject({ status: 503, retryAfterMs: expected })
})

test('an answer that is too long is cut off and its connection dropped', async () => {
  let dropped = false
  const url = await serve((request, response) => {
    request.socket.on('close', () => {
      dropped = true
    })
    response.writeHead(200).write('x'.repeat(64 * 1024))
  })
  const result = await post(url, { maxAnswerBytes: 1000 })
  expect(result).toMatchObject({ kind: 'answer', status: 200, body: 'x'.repeat(1000) })
  await expect.poll(() => dropped).toBe(true)
})

test('a refused connection is unsent', async () => {
  const url = await serve(() => {})
  await stops.pop()?.()
  expect(await post(url)).toEqual({ kind: 'unsent', reason: 'the connection was refused' })
})

test('a host name that does not exist is unsent', async () => {
  expect(await post('http://no-such-host.invalid/')).toMatchObject({ kind: 'unsent' })
})

test('a broken URL, a broken header and a closed caller are unsent', async () => {
  expect(await post('not a url')).toMatchObject({ kind: 'unsent' })
  const closed = caller()
  const headers = { authorization: 'two\r\nlines: secret' }
  const broken = await closed.send({ url: 'http://127.0.0.1:9/', headers, body: '' })
  expect(broken).toEqual({ kind: 'unsent', reason: 'the request could not be built' })
  await closed.close()
  await closed.close()
  const late = await closed.send({ url: 'http://127.0.0.1:9/', headers: {}, body: '' })
  expect(late).toEqual({ kind: 'unsent', reason: 'the relay is stopping' })
})

test('a reset after the request went out is unknown', async () => {
  const url = await serve(request => request.socket.resetAndDestroy())
  expect(await post(url)).toMatchObject({ kind: 'unknown' })
})

test('silence after the request went out is unknown', async () => {
  const url = await serve(() => {})
  expect(await post(url, { timeoutMs: 50 })).toEqual({ kind: 'unknown', reason: 'the answer timed out' })
})

test('a body that stops is unknown', async () => {
  const url = await serve((_, response) => response.writeHead(200).write('half'))
  expect(await post(url, { timeoutMs: 50 })).toMatchObject({ kind: 'unknown', status: 200 })
})

test('nobody packs an answer that is not unpacked here', async () => {
  const url = await serve((request, response) => response.end(request.headers['accept-encoding']))
  expect(await post(url)).toMatchObject({ kind: 'answer', body: 'identity' })
})

test('a body that only trickles does not outlive the time-out', async () => {
  const url = await serve((_, response) => {
    const drip = setInterval(() => response.write('.'), 5)
    response.on('close', () => clearInterval(drip))
  })
  expect(await post(url, { timeoutMs: 60 })).toMatchObject({ kind: 'unknown' })
})

test('an answer that is not HTTP is unknown', async () => {
  const server = createTcpServer(socket => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end('secret nonsense\r\n\r\n', () => socket.destroy()))
  })
  const port = await new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve(portOf(server)))
  )
  stops.push(() => new Promise(resolve => server.close(resolve)))
  const result = await post(`http://127.0.0.1:${port}/`)
  expect(result.kind).toBe('unknown')
  expect(JSON.stringify(result)).not.toContain('nonsense')
})

function caller(options: Partial<CallerOptions> = {}): Caller {
  const made = createCaller({ connections: 4, timeoutMs: 2_000, ...options })
  stops.push(() => made.close())
  return made
}

const post = (url: string, options: Partial<CallerOptions> = {}) =>
  caller(options).send({ url, headers: { 'content-type': 'application/json' }, body: '{}' })

const portOf = (server: { address(): unknown }): number => {
  const address = server.address()
  return address !== null && typeof address === 'object' && 'port' in address ? Number(address.port) : 0
}

async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => void handler(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })
  return `http://127.0.0.1:${portOf(server)}`
}
