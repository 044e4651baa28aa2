import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { quietLog } from '../lib/log.ts'
import { type TestClock, testClock } from '../testing/clock.ts'
import { until } from '../testing/until.ts'
import { DiskFiles } from './disk.ts'
import { uploadOf } from './files.contract.ts'
import type { Files } from './files.ts'
import { Sweeping } from './sweeping.ts'

const [one, two] = ['c-one', 'c-two'] as [ConversationId, ConversationId]
const minuteMs = 60_000
const start = 1_000_000

let root: string
let files: DiskFiles
let clock: TestClock
const said = new Set<string>()
const gone = new Set<string>()
const sweepings: Sweeping[] = []

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'footbridge-files-'))
  files = await DiskFiles.open(root)
  clock = testClock(start)
  said.clear()
  gone.clear()
})
afterEach(async () => {
  await Promise.all(sweepings.splice(0).map(sweeping => sweeping.close()))
  await rm(root, { recursive: true, force: true })
})

function sweepingOf(over: Files = files): Sweeping {
  const sweeping = new Sweeping({
    files: over,
    wasSaid: async id => said.has(id),
    isGone: async conversation => gone.has(conversation),
    clock,
    log: quietLog
  })
  sweepings.push(sweeping)
  return sweeping
}

async function kept(conversation = one): Promise<string> {
  const put = await files.put(uploadOf('hello', { about: { conversation, by: 'agent:anna', at: start } }))
  return put.kind === 'kept' ? put.facts.id : ''
}

test('[FI31] what nobody said goes after an hour and no sooner; what was said stays for ever', async () => {
  const [unsaid, stays] = [await kept(), await kept()]
  said.add(stays)
  const sweeping = sweepingOf()
  clock.move(59 * minuteMs)
  await sweeping.sweep()
  expect(await files.list(one)).toHaveLength(2)
  clock.move(11 * minuteMs)
  await until(async () => (await files.list(one)).length === 1)
  expect(await files.find(one, unsaid)).toBeUndefined()
  // The log may forget it one day: it is not asked again.
  said.clear()
  clock.move(1_000 * minuteMs)
  await sweeping.sweep()
  expect(await files.find(one, stays)).toBeDefined()
})

test('[FI40] what a crash left of who is gone goes at the next start', async () => {
  const [lost, stays] = [await kept(), await kept(two)]
  said.add(lost).add(stays)
  gone.add(one)
  await sweepingOf().begin()
  expect([await files.list(one), (await files.list(two)).length]).toEqual([[], 1])
})

test('[FI40] what the disk does not let go of is tried again', async () => {
  await kept()
  let stuck = true
  const sticky: Files = {
    put: upload => files.put(upload),
    find: (of, id) => files.find(of, id),
    read: (of, id) => files.read(of, id),
    list: of => files.list(of),
    conversations: () => files.conversations(),
    remove: (of, id) => files.remove(of, id),
    unsettled: () => files.unsettled(),
    settle: (of, id) => files.settle(of, id),
    async erase(of) {
      if (stuck) throw new Error('the disk is busy')
      await files.erase(of)
    }
  }
  const sweeping = sweepingOf(sticky)
  await sweeping.erase([one])
  expect(await files.list(one)).toHaveLength(1)
  stuck = false
  clock.move(11 * minuteMs)
  await until(async () => (await files.list(one)).length === 0)
})
