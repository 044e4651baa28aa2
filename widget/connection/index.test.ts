import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createMemory } from '../storage.ts'
import { type Connection, connect } from './index.ts'
import { entries, line, message, welcome } from './play.ts'
import type { SocketLike } from './socket.ts'

/** A relay that answers as it is told, and a widget's connection to it over a real socket. */
async function setUp(answer: (frame: { type: string; id?: string }, socket: WebSocket) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const heard: { type: string; id?: string; text?: string }[] = []
  server.on('connection', socket =>
    socket.on('message', data => {
      const frame = JSON.parse(data instanceof Buffer ? data.toString() : '')
      heard.push(frame)
      answer(frame, socket)
    })
  )
  const { port } = server.address() as AddressInfo
  const make = (times = {}) =>
    connect({
      url: `ws://127.0.0.1:${port}/ws`,
      site: 'shop',
      memory: createMemory('shop', () => {
        throw new Error('denied')
      }),
      openSocket: url => new WebSocket(url),
      times: { backoff: { minMs: 1, maxMs: 5 }, ...times }
    })
  return { server, heard, make }
}

const tell = (socket: WebSocket, frame: object) => socket.send(JSON.stringify(frame))
const texts = ({ state }: Connection) =>
  state().view.lines.flatMap(line => (line.kind === 'message' ? [line.content.text] : []))

test('[W39] a message reaches the log over a real socket, although the first socket is lost on the way', async () => {
  let sockets = 0
  const log: object[] = [line(1)]
  const { server, heard, make } = await setUp((frame, socket) => {
    if (frame.type === 'hello') {
      sockets += 1
      tell(socket, { ...welcome, head: 1 })
      tell(socket, entries(...log))
    }
    if (frame.type !== 'say') return
    if (sockets === 1) return socket.terminate()
    log.push(message(2, 'visitor', 'Hello', { id: frame.id }))
    tell(socket, { type: 'said', id: frame.id, seq: 2 })
    tell(socket, entries(...log.slice(1)))
  })
  const connection = make()
  const id = connection.say('Hello')
  await vi.waitFor(() => expect(texts(connection)).toEqual(['Hello']))
  expect(heard.filter(({ type }) => type === 'say').map(frame => frame.id)).toEqual([id, id])
  expect(connection.state().unsent).toEqual([])
  connection.close()
  server.close()
})

test('[W13] a socket that is open but dead is found and left', async () => {
  let sockets = 0
  const { server, make } = await setUp((frame, socket) => {
    if (frame.type === 'hello') sockets += 1
    if (frame.type === 'hello') tell(socket, welcome)
  })
  const connection = make({ ping: 5, pong: 5 })
  await vi.waitFor(() => expect(sockets).toBeGreaterThan(2))
  connection.close()
  server.close()
})

test('[W43] an address that the page may not connect to is tried again, and breaks nothing', async () => {
  let tries = 0
  const connection = connect({
    url: 'ws://127.0.0.1:1/ws',
    site: 'shop',
    memory: createMemory('shop', () => {
      throw new Error('denied')
    }),
    times: { backoff: { minMs: 1, maxMs: 1 } },
    openSocket(): SocketLike {
      tries += 1
      throw new Error('refused by the policy of the page')
    }
  })
  await vi.waitFor(() => expect(tries).toBeGreaterThan(2))
  connection.close()
})

test('[W44] what was closed for good does nothing any more', async () => {
  const { server, heard, make } = await setUp((_, socket) => tell(socket, welcome))
  const connection = make()
  await vi.waitFor(() => expect(connection.state().link.is).toBe('live'))
  connection.close()
  const before = heard.length
  connection.say('Too late')
  connection.wake()
  expect(connection.state().link.is).toBe('idle')
  expect(heard.length).toBe(before)
  server.close()
})

test('[W28] what is said in the same moment keeps its order', () => {
  const memory = createMemory('shop', () => {
    throw new Error('denied')
  })
  const openSocket = () => new WebSocket('ws://127.0.0.1:1')
  const environment = {
    now: () => 7,
    after: () => () => {},
    random: () => 0,
    newId: () => String(Math.random()).slice(2)
  }
  const connection = connect({ url: 'ws://127.0.0.1:1', site: 'shop', memory, openSocket, environment })
  for (const text of ['a', 'b', 'c', 'd', 'e']) connection.say(text)
  expect(memory.unsent().map(({ text, at }) => text + at)).toEqual(['a7', 'b8', 'c9', 'd10', 'e11'])
  connection.close()
})
