import { expect, test, vi } from 'vitest'
import type { Up } from '#shared/wire/up.ts'
import { createStorage } from '../play-storage.ts'
import { createMemory } from '../storage.ts'
import { connect } from './index.ts'
import { entries, item, line, stage, welcome } from './play.ts'
import type { SocketLike } from './socket.ts'

const jwt = (sub: string, exp: number) =>
  ['{}', JSON.stringify({ sub, exp }), 'signed'].map(part => btoa(part).replaceAll('=', '')).join('.')

/** A connection whose sockets open and answer when they are told to. */
function setUp(first?: string) {
  const kept = new Map<string, string>([['footbridge:shop', 'token']])
  const storage = createStorage(kept)
  const sent: Up[] = []
  let socket: SocketLike | undefined
  const refused = vi.fn()
  let url = 'https://shop.example/'
  const connection = connect({
    url: 'ws://relay.example/ws',
    site: 'shop',
    memory: createMemory('shop', () => storage),
    identity: first,
    page: () => ({ url }),
    onIdentityRefused: refused,
    openSocket() {
      socket = {
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
        send: text => sent.push(JSON.parse(text)),
        close() {}
      }
      return socket
    }
  })
  return {
    connection,
    moves: (to: string) => void (url = to),
    kept,
    refused,
    opens: () => socket?.onopen?.({} as never),
    hears: (frame: object) => socket?.onmessage?.({ data: JSON.stringify(frame) } as never),
    sent: () => sent.splice(0)
  }
}

test('[U8] an identity stands in place of the token', () => {
  const it = setUp(jwt('7', 1))
  it.opens()
  const [hello] = it.sent()
  expect(hello).toMatchObject({ type: 'hello', identity: jwt('7', 1) })
  expect(hello).not.toHaveProperty('token')
  it.connection.close()
})

test('[U8] an identity that is refused is told to the page once, and nothing goes on until there is another', () => {
  const it = setUp(jwt('7', 1))
  it.opens()
  it.hears({ type: 'bye', reason: 'identity' })
  it.connection.wake()
  expect(it.refused.mock.calls).toEqual([[jwt('7', 1)]])
  expect(it.connection.state().link).toEqual({ is: 'stopped', why: 'identity' })
  it.sent()
  it.connection.identify(jwt('7', 2))
  it.opens()
  expect(it.sent()).toMatchObject([{ identity: jwt('7', 2) }])
  it.hears({ type: 'bye', reason: 'identity' })
  expect(it.refused.mock.calls).toEqual([[jwt('7', 1)], [jwt('7', 2)]])
  it.connection.close()
})

test('[U9] the same visitor with a newer proof goes on', () => {
  const it = setUp(jwt('7', 1))
  it.opens()
  it.hears(welcome)
  it.hears(entries(line(1)))
  it.connection.identify(jwt('7', 2))
  const { link, view } = it.connection.state()
  expect(link.is).toBe('live')
  expect(view.lines).toHaveLength(1)
  it.connection.close()
})

test.each([
  ['another', jwt('8', 1)],
  ['nobody who is known', undefined]
])('[U9] where %s is there, nothing of the one before is left', (_, next) => {
  const it = setUp(jwt('7', 1))
  it.opens()
  it.hears(welcome)
  it.hears(entries(line(1)))
  it.connection.say('Mine')
  it.sent()
  it.connection.identify(next)
  expect(it.connection.state()).toMatchObject({ unsent: [], view: { lines: [], conversation: undefined } })
  expect([...it.kept.keys()]).toEqual([])
  it.opens()
  const [hello, ...others] = it.sent()
  expect(others).toEqual([])
  expect(hello).toEqual({
    type: 'hello',
    version: 2,
    site: 'shop',
    last: 50,
    page: { url: 'https://shop.example/' },
    ...(next && { identity: next })
  })
  it.connection.close()
})

test('[U9] a page that went away, or that may not connect, stays so whoever is there', () => {
  const away = stage([item('aaaaaaaa')])
  away.happen({ on: 'identify', another: true })
  expect(away.state()).toMatchObject({ link: { is: 'idle' }, unsent: [] })
  const stopped = stage()
  stopped.live()
  stopped.hear({ type: 'bye', reason: 'site' })
  stopped.happen({ on: 'identify', another: true }, { on: 'identify', another: false })
  expect(stopped.state().link).toEqual({ is: 'stopped', why: 'site' })
})

test('[U11] the next hello says where the page is now', () => {
  const it = setUp()
  it.connection.wants({ on: 'page', page: { url: 'https://shop.example/cart' } })
  it.moves('https://shop.example/pay')
  it.opens()
  expect(it.sent()).toMatchObject([{ type: 'hello', page: { url: 'https://shop.example/pay' } }])
  it.connection.close()
})
