import { pdf, picture } from '../actors/documents.ts'
import { Sender } from '../actors/sender.ts'
import { test as base, expect } from '../fixtures.ts'
import { usualSettings } from '../settings.ts'

const test = base.extend<{ sender: Sender }>({
  settings: { ...usualSettings, shop: '    files: { enabled: true, visitors: always }' },
  sender: async ({ relay, website }, use) => {
    const sender = new Sender({ relay: relay.url, origin: website.origin })
    await sender.comes()
    await use(sender)
  }
})

// Each has several lives of a relay.
test.slow()

const photo = picture('shelf.png')
const minuteMs = 60_000
/** Of a client. */
const idOf = (nth: number) => `client-file-${String(nth).padStart(4, '0')}`

test('[J82] [FI3] killed during an upload: nothing is half there, and the next one is whole', async ({
  relay,
  sender,
  agent
}) => {
  sender.beginsToUpload(pdf('offer.pdf', 1_000_000))
  await expect.poll(() => relay.filesOnDisk()).toEqual([expect.stringMatching(/^incoming\/\S+ [1-9]/)])
  await relay.dies()
  expect(await relay.filesOnDisk()).toHaveLength(1)
  await relay.isStartedAgain()
  expect(await relay.filesOnDisk()).toEqual([])
  await sender.says(await sender.uploads(photo), idOf(1))
  expect(await agent.findsFiles()).toEqual([photo.buffer])
})

test('[J82] [FI31] killed between upload and say: it is said in the next life, once, and stays', async ({
  relay,
  sender,
  agent
}) => {
  const file = await sender.uploads(photo)
  await relay.dies()
  await relay.isStartedAgain()
  await sender.says(file, idOf(1))
  await relay.dies()
  await relay.isStartedAgain({ laterMs: 70 * minuteMs })
  await sender.says(file, idOf(1))
  expect(await agent.findsFiles()).toEqual([photo.buffer])
})

test('[J82] [FI30] killed between say and answer: what a visitor said is there once with its file, said again or not', async ({
  relay,
  sender,
  agent
}) => {
  await relay.isStopped()
  await relay.isStartedAgain({ diesBefore: '"type":"said"' })
  const file = await sender.uploads(photo)
  await expect(sender.says(file, idOf(1))).rejects.toThrow()
  await relay.isDead()
  await relay.isStartedAgain()
  expect(await agent.findsFiles()).toEqual([photo.buffer])
  await sender.says(file, idOf(1))
  await expect(sender.says(file, idOf(2))).resolves.toBeUndefined()
  expect(await agent.findsFiles()).toEqual([photo.buffer])
  const [shown = '', ...more] = await sender.seesFiles()
  expect(more).toEqual([])
  const answer = await fetch(shown)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(photo.buffer)
})

test('[J82] [FI30] killed between say and answer: the same for what an agent said', async ({
  relay,
  sender,
  agent
}) => {
  const { buffer } = photo
  await sender.writes('person', idOf(0))
  await agent.isAskedFor()
  await agent.takesAs('Anna')
  await relay.isStopped()
  await relay.isStartedAgain({ diesBefore: '{"seq":' })
  const file = await agent.uploads(photo)
  await expect(agent.saysFile(file, idOf(1))).rejects.toThrow()
  await relay.isDead()
  await relay.isStartedAgain()
  expect(await agent.findsFiles()).toEqual([buffer])
  await agent.saysFile(file, idOf(1))
  expect(await agent.findsFiles()).toEqual([buffer])
  expect(await sender.seesFiles()).toHaveLength(1)
})

test('[J82] [FI31] what nobody said goes after its hour, over a kill too; what was said, and nothing else, is left', async ({
  relay,
  sender,
  agent
}) => {
  const [said, unsaid] = [await sender.uploads(photo), await sender.uploads(pdf('never-said.pdf'))]
  await sender.says(said, idOf(1))
  await relay.dies()
  await relay.isStartedAgain({ laterMs: 59 * minuteMs })
  const left = async () => (await relay.filesOnDisk()).map(line => line.replace(/^of\/[^/]+\/| \d+$/g, ''))
  await expect.poll(left).toEqual(expect.arrayContaining([said, unsaid]))
  await relay.dies()
  await relay.isStartedAgain({ laterMs: 61 * minuteMs })
  await expect.poll(left).toEqual([said, `${said}.json`].sort())
  expect(await agent.findsFiles()).toEqual([photo.buffer])
  await expect(sender.says(unsaid, idOf(2))).rejects.toThrow('refused')
})
