import { Writable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createGather } from './gather.ts'

/** A socket that keeps what each write brought to it. */
function createSocket() {
  const writes: string[] = []
  const socket = new Writable({
    write(chunk, _, done) {
      writes.push(String(chunk))
      done()
    },
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => String(chunk)).join(''))
      done()
    }
  })
  const gather = createGather(socket)
  const write = (text: string) => {
    gather(text.length)
    socket.write(text)
  }
  return { writes, write }
}

test('[K17] what is written in one turn goes out in one write, also what its promises write', async () => {
  const { writes, write } = createSocket()
  // As after a commit: where ticks come before promises.
  setImmediate(() => {
    write('a')
    void Promise.resolve()
      .then(() => undefined)
      .then(() => write('b'))
    write('c')
    expect(writes).toEqual([])
  })
  await turn()
  await turn()
  expect(writes).toEqual(['acb'])
  write('d')
  await turn()
  expect(writes).toEqual(['acb', 'd'])
})

test('[K17] what is large waits for nothing, and passes nobody', async () => {
  const { writes, write } = createSocket()
  const large = 'x'.repeat(20_000)
  write('a')
  write(large)
  expect(writes).toEqual(['a', large])
  write('b')
  await turn()
  expect(writes).toEqual(['a', large, 'b'])
})
