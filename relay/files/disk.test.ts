import { cp, mkdtemp, readdir, readFile, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { DiskFiles } from './disk.ts'
import { filesContract, uploadOf } from './files.contract.ts'

const made: string[] = []
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'footbridge-files-'))
  made.push(path)
  return path
}
afterEach(async () => {
  for (const path of made.splice(0)) await rm(path, { recursive: true, force: true })
})

filesContract('files on a disk', async () => {
  const root = await folder()
  return {
    open: () => DiskFiles.open(root),
    names: async () => (await readdir(root, { recursive: true })).sort(),
    close: () => Promise.resolve()
  }
})

const one = 'c-one' as ConversationId

/** The folder as it is at each of many moments of a put: what a kill would have left. */
async function momentsOf(root: string, run: (files: DiskFiles) => Promise<unknown>): Promise<string[]> {
  const files = await DiskFiles.open(root)
  const copies: string[] = []
  const under = run(files)
  let done = false
  void under.finally(() => {
    done = true
  })
  while (!done) {
    const copy = await folder()
    // What vanishes while it is copied was never there.
    await cp(root, copy, { recursive: true }).catch(() => undefined)
    copies.push(copy)
  }
  await under
  return copies
}

test('[FI3] at any moment of its coming a file is whole, or not there', async () => {
  const text = 'x'.repeat(200_000)
  const parts = Array.from({ length: 20 }, () => Buffer.from(text.slice(0, 10_000)))
  const copies = await momentsOf(await folder(), files =>
    files.put(uploadOf('', { bytes: Readable.from(parts), limit: 1_000_000 }))
  )
  for (const copy of copies) {
    const files = await DiskFiles.open(copy)
    const list = await files.list(one)
    expect(list.length).toBeLessThanOrEqual(1)
    for (const { id, size } of list) {
      expect(size).toBe(200_000)
      expect((await readFile(join(copy, 'of', one, id))).length).toBe(200_000)
      expect(await files.unsettled()).toHaveLength(1)
    }
    expect(await readdir(join(copy, 'incoming'))).toEqual([])
  }
})

test('[FI3] what has bytes and a mark but no facts is taken away', async () => {
  const root = await folder()
  const files = await DiskFiles.open(root)
  const put = await files.put(uploadOf('hello'))
  const id = put.kind === 'kept' ? put.facts.id : ''
  await unlink(join(root, 'of', one, `${id}.json`))
  expect(await files.find(one, id)).toBeUndefined()
  expect(await files.unsettled()).toEqual([])
  expect(await readdir(join(root, 'of', one))).toEqual([])
  expect(await readdir(join(root, 'unsettled'))).toEqual([])
})
