import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { shown } from './conversation/entry.ts'
import type { Input } from './conversation/input.ts'
import { createWorld, type World } from './testing/world.ts'
import { topicsOf } from './topics/catalogue.ts'
import { readTranscript } from './topics/transcript.ts'

const channel = 'channels/care'
let world: World
let id: ConversationId

beforeEach(async () => {
  // Everybody who could be told is there: a channel, and somebody who wants to hear of all entries that have a topic.
  const subscribers = (entry: Parameters<typeof topicsOf>[0]) =>
    topicsOf(entry).length > 0 ? ['topics/crm'] : []
  world = createWorld({ channel, subscribers })
  id = await world.open()
})
afterEach(() => world.close())

const handIn = (input: Input) => world.accept(id, input)
const handover: Input = { kind: 'handover', ids: ['event:h'], metadata: {} }
const note = (text = 'pays late', more: Partial<Extract<Input, { kind: 'note' }>> = {}): Input => ({
  kind: 'note',
  id: 'client-note-1',
  by: 'Anna Berg',
  text,
  ...more
})
const take = (name: string): Input => ({ kind: 'take', name })
const transfer = (name: string): Input => ({ kind: 'transfer', name })
const newest = async () => (await world.store.readBefore(id, Number.MAX_SAFE_INTEGER, 1))[0]
const phase = async () => (await world.states.get(id)).state

test('[DK4] a note is owed to nobody, shown to no visitor, and in no transcript', async () => {
  await handIn(handover)
  await handIn(take('Anna Berg'))
  world.owed.splice(0)
  expect(await handIn(note())).toMatchObject({ kind: 'taken' })
  expect(world.owed).toEqual([])
  const entry = await newest()
  expect(entry).toMatchObject({ kind: 'note', by: 'Anna Berg', text: 'pays late' })
  if (entry) expect(shown(entry)).toEqual({ seq: entry.seq, at: entry.at, kind: 'other' })
  const { lines } = await readTranscript(world.store, id, entry?.seq ?? 0, 10_000)
  expect(JSON.stringify(lines)).not.toContain('pays late')
})

test('[DK4] a note changes nothing, and is taken whatever the conversation is at', async () => {
  for (const [nth, step] of [undefined, handover, take('Anna'), { kind: 'close' } as const].entries()) {
    if (step) await handIn(step)
    const before = await phase()
    expect(await handIn(note('seen', { id: `client-note-${nth}x` }))).toMatchObject({ kind: 'taken' })
    expect(await phase()).toEqual(before)
  }
  const nowhere = 'c-nowhere' as ConversationId
  expect(await world.accept(nowhere, note())).toMatchObject({ refusal: 'unknown' })
})

test('[DK5] a note with its id is taken once; with other words the id is refused', async () => {
  await handIn(note())
  expect(await handIn(note())).toMatchObject({ kind: 'repeated' })
  expect(await handIn(note('something else'))).toEqual({ kind: 'refused', refusal: 'conflict' })
  expect(await handIn(note('pays late', { by: 'Olaf' }))).toEqual({ kind: 'refused', refusal: 'conflict' })
})

test('[DK6] of two who take one has it, and the other is told who', async () => {
  await handIn(handover)
  const both = await Promise.all([handIn(take('Anna')), handIn(take('Olaf'))])
  const holder = await phase()
  const name = holder.phase === 'agent' ? holder.name : ''
  expect(both.map(({ kind }) => kind).sort()).toEqual(['refused', 'taken'])
  expect(both).toContainEqual({ kind: 'refused', refusal: 'taken', by: name })
})

test('[DK8] what an agent says is never told as the words of another, and a repeat stays one', async () => {
  const say = (name: string, text: string): Input => ({
    kind: 'said',
    by: 'agent',
    id: `client-${name}-${text}`,
    name,
    text,
    own: true
  })
  await handIn(handover)
  await handIn(say('Anna', 'hello'))
  await handIn(transfer('Olaf'))
  expect(await handIn(say('Anna', 'still here'))).toEqual({ kind: 'refused', refusal: 'taken', by: 'Olaf' })
  expect(await handIn(say('Anna', 'hello'))).toMatchObject({ kind: 'repeated' })
  expect(await handIn(say('Olaf', 'welcome'))).toMatchObject({ kind: 'taken' })
  expect(await newest()).toMatchObject({ kind: 'message', name: 'Olaf' })
})

test('[DK7] who has it, or whoever sees it wait, gives it to another agent', async () => {
  expect(await handIn(transfer('Olaf'))).toMatchObject({ refusal: 'notHandedOver' })
  await handIn(handover)
  await handIn(transfer('Anna'))
  expect(await phase()).toMatchObject({ phase: 'agent', name: 'Anna', asked: true })
  world.owed.splice(0)
  await handIn(transfer('Olaf'))
  expect(await phase()).toMatchObject({ phase: 'agent', name: 'Olaf', asked: true })
  expect(await newest()).toMatchObject({ kind: 'taken', name: 'Olaf' })
  const { head } = await world.states.get(id)
  await handIn(transfer('Olaf'))
  expect((await world.states.get(id)).head).toBe(head)
  await handIn({ kind: 'close' })
  expect(await handIn(transfer('Anna'))).toMatchObject({ refusal: 'closed' })
})

test('[DK7] whom an agent of a platform has, nobody here gives away', async () => {
  await handIn({ kind: 'take', name: 'Ann', on: channel })
  expect(await handIn(transfer('Olaf'))).toEqual({ kind: 'refused', refusal: 'taken', by: 'Ann' })
})
