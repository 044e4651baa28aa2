import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import type { Files, Upload } from './files.ts'

/** A place where a store of files is, and what is left there. */
export interface FilesWorld {
  /** Opens it; again after `kill`, as after a crash. */
  open(): Promise<Files>
  /** All names that anything has there. */
  names(): Promise<readonly string[]>
  /** No call of this store does anything from here on, as if the process had ended in its midst. */
  close(): Promise<void>
}

const one = 'c-one' as ConversationId
const two = 'c-two' as ConversationId

export const uploadOf = (text: string, more: Partial<Upload> = {}, conversation = one): Upload => ({
  about: { conversation, by: 'visitor:hash', at: 1 },
  bytes: Readable.from([Buffer.from(text)]),
  limit: 100,
  look: bytes => ({ fit: true, type: 'text/plain', name: 'a.txt', bytes }),
  ...more
})

/** What every store of files must be able to do. */
export function filesContract(name: string, createWorld: () => Promise<FilesWorld>): void {
  describe(name, () => {
    let world: FilesWorld
    let files: Files
    beforeEach(async () => {
      world = await createWorld()
      files = await world.open()
    })
    afterEach(() => world.close())

    async function kept(text: string, conversation = one, more: Partial<Upload> = {}): Promise<string> {
      const put = await files.put(uploadOf(text, more, conversation))
      if (put.kind !== 'kept') throw new Error(JSON.stringify(put))
      return put.facts.id
    }
    async function textOf(conversation: ConversationId, id: string): Promise<string | undefined> {
      const bytes = await files.read(conversation, id)
      return bytes && (await buffer(bytes)).toString()
    }

    test('[FI1] what was put is found, read and listed as what was made of it', async () => {
      const upper: Upload['look'] = bytes => ({
        fit: true,
        type: 'image/png',
        name: 'A.png',
        bytes: Buffer.from(bytes.toString().toUpperCase()),
        width: 3,
        height: 4
      })
      const id = await kept('hello', one, { look: upper })
      const facts = {
        id,
        conversation: one,
        by: 'visitor:hash',
        name: 'A.png',
        type: 'image/png',
        size: 5,
        at: 1
      }
      expect(await files.find(one, id)).toEqual({ ...facts, width: 3, height: 4 })
      expect(await textOf(one, id)).toBe('HELLO')
      expect(await files.list(one)).toEqual([{ ...facts, width: 3, height: 4 }])
    })

    test('[FI1] a file is its conversation’s alone', async () => {
      const id = await kept('hello')
      expect(await files.find(two, id)).toBeUndefined()
      expect(await files.read(two, id)).toBeUndefined()
      expect(await files.list(two)).toEqual([])
    })

    test('[FI1] no id leads anywhere else, and no name of an uploader is on the disk', async () => {
      const id = await kept('hello', one, {
        look: bytes => ({ fit: true, type: 'text/plain', name: '../../evil-name.txt', bytes })
      })
      expect((await world.names()).join()).not.toContain('evil')
      const odd = [
        '',
        '.',
        '..',
        '../c-one',
        `../c-one/${id}`,
        `${id}/..`,
        `${id}\0`,
        `${id}.json`,
        'a'.repeat(300),
        '%2e%2e'
      ]
      for (const bad of odd) {
        expect(await files.find(one, bad), bad).toBeUndefined()
        expect(await files.read(one, bad), bad).toBeUndefined()
        expect(await files.find(bad as ConversationId, id), bad).toBeUndefined()
        expect(await files.list(bad as ConversationId), bad).toEqual([])
        await files.remove(one, bad)
        await files.erase(bad as ConversationId)
      }
      expect(await textOf(one, id)).toBe('hello')
      expect((await files.put(uploadOf('x', {}, '../up' as ConversationId))).kind).toBe('failed')
    })

    test('[FI2] no more is taken than the limit, and it leaves nothing', async () => {
      const before = await world.names()
      const parts = Readable.from([Buffer.alloc(60), Buffer.alloc(60), Buffer.alloc(1_000_000)])
      expect(await files.put(uploadOf('', { bytes: parts }))).toEqual({ kind: 'unfit', why: 'tooLarge' })
      expect(await world.names()).toEqual(before)
      expect(await kept('x'.repeat(100))).toBeTruthy()
    })

    test('[FI2] what breaks off or is unfit leaves nothing', async () => {
      const before = await world.names()
      async function* broken() {
        yield Buffer.from('half')
        await Promise.resolve()
        throw new Error('the network is gone')
      }
      expect(await files.put(uploadOf('', { bytes: broken() }))).toEqual({ kind: 'brokenOff' })
      const unfit = await files.put(uploadOf('x', { look: () => ({ fit: false, why: 'type' }) }))
      expect(unfit).toEqual({ kind: 'unfit', why: 'type' })
      const fault = await files.put(
        uploadOf('x', {
          look() {
            throw new Error('a fault')
          }
        })
      )
      expect(fault.kind).toBe('failed')
      expect(await world.names()).toEqual(before)
      expect(await files.unsettled()).toEqual([])
    })

    test('[FI4] of who is erased nothing is left, and of others everything', async () => {
      await kept('first')
      await kept('second')
      const other = await kept('stays', two)
      await files.erase(one)
      expect(await files.list(one)).toEqual([])
      expect((await world.names()).join()).not.toContain(one)
      expect(await textOf(two, other)).toBe('stays')
      await files.erase(one)
    })

    test('[FI3] what is not settled is known after a restart, until it is settled or removed', async () => {
      const [first, second] = [await kept('first'), await kept('second', two)]
      files = await world.open()
      expect((await files.unsettled()).map(({ id }) => id).sort()).toEqual([first, second].sort())
      await files.settle(one, first)
      await files.remove(two, second)
      expect(await files.unsettled()).toEqual([])
      expect(await textOf(one, first)).toBe('first')
      expect(await files.find(two, second)).toBeUndefined()
    })

    test('[FI4] whose files there are is known', async () => {
      await kept('first')
      await kept('second', two)
      const found: string[] = []
      for await (const conversation of files.conversations()) found.push(conversation)
      expect(found.sort()).toEqual([one, two])
    })

    test('[FI1] many at once come to as many files', async () => {
      const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => kept(`text ${i}`)))
      expect(new Set(ids).size).toBe(12)
      expect(await Promise.all(ids.map(id => textOf(one, id)))).toEqual(ids.map((_, i) => `text ${i}`))
      expect(await files.list(one)).toHaveLength(12)
    })
  })
}
