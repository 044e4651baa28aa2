import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { turnAway } from '../lib/turn-away.ts'
import { until } from '../testing/until.ts'
import { createHttpServer } from './server.ts'

/** Asks for a socket, hears out the answer, and never closes its own end. */
async function asksFor(path: string, url: string): Promise<{ answer: string; visitor: Socket }> {
  const visitor = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true })
  visitor.on('error', () => undefined)
  visitor.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
  let answer = ''
  visitor.on('data', data => {
    answer += String(data)
  })
  await new Promise(resolve => visitor.once('end', resolve))
  return { answer, visitor }
}

test.each([
  ['/ws', '403 Forbidden'],
  ['/nowhere', '404 Not Found']
])('[K1] who is turned away at %s is let go of, though they hold on', async (path, status) => {
  const server = createHttpServer({
    hot: () => false,
    app: (_, response) => response.end(),
    upgrade: (_, socket) => turnAway(socket, '403 Forbidden')
  })
  const { answer, visitor } = await asksFor(path, await server.listen('127.0.0.1', 0))
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}\r\n`))
  // Resolves when no connection is left.
  await server.close()
  visitor.destroy()
})

/** Begins to send a body of two bytes, and waits with the second. */
function sends(path: string, url: string) {
  const sender = connect({ port: Number(new URL(url).port), host: '127.0.0.1' })
  sender.on('error', () => undefined)
  sender.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n1`)
  let answer = ''
  sender.on('data', data => {
    answer += String(data)
  })
  const closed = new Promise<string>(resolve => sender.once('close', () => resolve(answer)))
  return { sender, closed, ends: () => sender.write('2'), answer: () => answer }
}

test('[FI26] a body that does not come is not waited for, but a file is', async () => {
  const server = createHttpServer({
    hot: () => false,
    app: (request, response) => request.resume().once('end', () => response.end('whole')),
    upgrade: (_, socket) => turnAway(socket, '403 Forbidden'),
    wholeMs: 50
  })
  const url = await server.listen('127.0.0.1', 0)
  const files = ['/files?site=shop', '/api/v1/conversations/c1/files?name=a'].map(path => sends(path, url))
  for (const path of ['/api/v1/sign-in', '/filesystem', '/api/v1/conversations/c1/say'])
    expect(await sends(path, url).closed).toBe('')
  for (const file of files) {
    file.ends()
    await until(() => file.answer().endsWith('whole'))
    file.sender.destroy()
  }
  await server.close()
})

test('[H12] an answer may take longer than what it answers may take to come', async () => {
  const server = createHttpServer({
    hot: () => false,
    app: (_, response) => void setTimeout(() => response.end('late'), 300),
    upgrade: (_, socket) => turnAway(socket, '403 Forbidden'),
    wholeMs: 50
  })
  const url = await server.listen('127.0.0.1', 0)
  expect(await (await fetch(url)).text()).toBe('late')
  const body = 'not looked at'
  expect(await (await fetch(url, { method: 'POST', body })).text()).toBe('late')
  await server.close()
})

test('[H13] closing lets an answer under way end, and waits for no connection that nobody uses after it', async () => {
  let answer: (() => void) | undefined
  const server = createHttpServer({
    hot: () => false,
    app: (_, response) => {
      answer = () => response.end('whole')
    },
    upgrade: (_, socket) => turnAway(socket, '403 Forbidden')
  })
  const { ends, closed } = sends('/', await server.listen('127.0.0.1', 0))
  ends()
  await until(() => answer !== undefined)
  const closing = server.close()
  answer?.()
  await closing
  expect(await closed).toMatch(/^HTTP\/1.1 200[^]*whole$/)
})

test.each(['h2c', 'TLS/1.0'])(
  '[H14] whoever offers another protocol is heard in this one: %s',
  async offer => {
    const server = createHttpServer({
      hot: () => false,
      app: (request, response) => {
        let body = ''
        request.on('data', data => {
          body += String(data)
        })
        request.once('end', () => response.end(`${request.method} ${request.url} ${body}`))
      },
      upgrade: (_, socket) => turnAway(socket, '403 Forbidden')
    })
    const url = await server.listen('127.0.0.1', 0)
    const offers = `Connection: Upgrade, HTTP2-Settings\r\nUpgrade: ${offer}\r\nHTTP2-Settings: AAMAAABk\r\n`
    const sender = connect(Number(new URL(url).port), '127.0.0.1')
    let answer = ''
    sender.on('data', data => {
      answer += String(data)
    })
    for (const body of ['{"a":1}', '{"b":2}']) {
      const words = `POST /bots/a/b HTTP/1.1\r\nHost: x\r\n${offers}Content-Length: 7\r\n\r\n${body}`
      sender.write(words.slice(0, -3))
      sender.write(words.slice(-3))
      await until(() => answer.endsWith(`POST /bots/a/b ${body}`))
    }
    expect(answer.match(/HTTP\/1.1 200/g)).toHaveLength(2)
    sender.destroy()
    await server.close()
  }
)
