import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCaller } from './call.ts'
import { guardedConnect, type Resolve } from './guarded-connect.ts'

/** A service on loopback that nobody may be led to. */
let trap: Server
let port: number
let caught: number
beforeEach(async () => {
  caught = 0
  trap = createServer(socket => {
    caught += 1
    socket.destroy()
  })
  await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve))
  const address = trap.address()
  port = address !== null && typeof address === 'object' ? address.port : 0
})
afterEach(() => new Promise(resolve => trap.close(resolve)))

async function reasonFor(url: string, resolve?: Resolve): Promise<string> {
  const connect = guardedConnect({ timeoutMs: 500, ...(resolve && { resolve }) })
  const caller = createCaller({ connections: 1, timeoutMs: 500, connect })
  const result = await caller.send({ url, headers: {}, body: '{}' })
  await caller.close()
  return result.kind === 'unsent' ? result.reason : result.kind
}

const notPublic = 'the address is not a public one'
const answering =
  (...addresses: string[]): Resolve =>
  (_, done) =>
    done(
      null,
      addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
    )

test('[T16] an address in the URL is looked at, however it is spelled', async () => {
  const hosts = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]'
  ]
  for (const host of hosts) {
    expect(await reasonFor(`http://${host}:${port}/`), host).toBe(notPublic)
    expect(await reasonFor(`https://${host}:${port}/`), host).toBe(notPublic)
  }
  expect(caught).toBe(0)
})

test('[T16] a name that leads to loopback is not called; the machine’s own name server is asked', async () => {
  expect(await reasonFor(`http://localhost:${port}/`)).toBe(notPublic)
  expect(caught).toBe(0)
})

test('[T17] one private address among those of a name is enough to call none of them', async () => {
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['2606:4700::1111', '::1'], []]) {
    expect(await reasonFor(`http://hook.example.com:${port}/`, answering(...addresses))).toBe(notPublic)
  }
  expect(caught).toBe(0)
})

test('[T17] a name is resolved once, and what was looked at is what is connected to', async () => {
  let asked = 0
  const looked: string[] = []
  const resolve: Resolve = (host, done) => {
    asked += 1
    answering(asked === 1 ? '127.0.0.1' : '127.0.0.2')(host, done)
  }
  const allows = (address: string) => looked.push(address) > 0
  const connect = guardedConnect({ timeoutMs: 500, resolve, allows })
  const caller = createCaller({ connections: 1, timeoutMs: 500, connect })
  await caller.send({ url: `http://hook.example.com:${port}/`, headers: {}, body: '{}' })
  await caller.close()
  expect([asked, looked, caught]).toEqual([1, ['127.0.0.1'], 1])
})

test('[T17] a name that is not known is told as such', async () => {
  const unknown: Resolve = (_, done) => done(Object.assign(new Error(), { code: 'ENOTFOUND' }), [])
  expect(await reasonFor('https://hook.example.com/', unknown)).toBe('the host name is not known')
})
