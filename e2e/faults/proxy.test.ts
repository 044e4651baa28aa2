import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listenAnywhere } from '../ports.ts'
import type { FateName } from './fate.ts'
import { startProxy } from './proxy.ts'
import { seeded } from './random.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A proxy with one fate, before a server that says everything back. */
async function echoBehind(fate: FateName): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, socket => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.pipe(socket)
  })
  const to = await listenAnywhere(server)
  const proxy = await startProxy({ to, random: seeded(fate), fates: [[fate, 1]] })
  ends.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  ends.push(() => proxy.close())
  return proxy.port
}

function bytes(seed: string): Buffer {
  const random = seeded(seed)
  return Buffer.from(Array.from({ length: random.int(1, 5_000) }, () => random.int(0, 255)))
}

/** Says it in parts; what came back, and how it ended. */
async function say(port: number, said: Buffer, seed: string): Promise<{ heard: Buffer; error: string }> {
  const random = seeded(seed)
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
  const heard: Buffer[] = []
  let error = ''
  socket.on('data', (chunk: Buffer) => heard.push(chunk))
  socket.on('error', (cause: NodeJS.ErrnoException) => {
    error = cause.code ?? cause.message
  })
  socket.on('end', () => socket.end())
  const over = new Promise(resolve => socket.once('close', resolve))
  for (let at = 0; at < said.length; ) {
    const next = at + random.int(1, 900)
    socket.write(said.subarray(at, next))
    at = next
    await new Promise(resolve => setImmediate(resolve))
  }
  socket.end()
  await over
  return { heard: Buffer.concat(heard), error }
}

test.each(['pass', 'slice', 'lag'] as const)('[X2] %s keeps every byte and their order', async fate => {
  const port = await echoBehind(fate)
  const said = Array.from({ length: 40 }, (_, i) => bytes(`${fate} ${i}`))
  const answers = await Promise.all(said.map((part, i) => say(port, part, `${fate} in parts ${i}`)))
  for (const [i, { heard }] of answers.entries()) expect(heard.equals(said[i] ?? Buffer.of())).toBe(true)
})

test.each(['cut', 'rst'] as const)('[X3] %s ends a connection after some of its bytes', async fate => {
  const port = await echoBehind(fate)
  const said = Buffer.alloc(8_000, 1)
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => say(port, said, `${fate} ${i}`)))
  for (const { heard } of answers) expect(heard.length).toBeLessThan(said.length)
  if (fate === 'rst') expect(answers.some(({ error }) => error === 'ECONNRESET')).toBe(true)
})

test.each(['hole', 'deaf up', 'deaf down'] as const)('[X3] %s swallows bytes and stays open', async fate => {
  const port = await echoBehind(fate)
  const socket = connect({ port, host: '127.0.0.1' })
  ends.push(() => socket.destroy())
  let heard = 0
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.length
  })
  // Every byte that gets through once comes back; the fate begins within the first few thousand.
  for (let said = 0; heard === said; said += 200) {
    socket.write(Buffer.alloc(200, 1))
    const before = heard
    await Promise.race([once(socket, 'data'), new Promise(resolve => setTimeout(resolve, 250))])
    if (heard === before) break
  }
  expect(heard).toBeLessThan(4_000)
  expect(socket.destroyed).toBe(false)
})
