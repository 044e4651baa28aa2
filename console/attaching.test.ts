import { expect, test } from 'vitest'
import { createActing } from './acting.ts'
import { createAttaching } from './attaching.ts'
import type { Clock } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import type { Uploading } from './connection/uploading.ts'
import type { Answer, Deed, UploadedFile } from './contract.ts'
import { createDesk } from './state/desk.ts'
import { ownFile } from './state/links.ts'
import { abandon, createTalk, follow, hasToSend } from './state/talk.ts'

type Uploaded = Answer<{ file: UploadedFile }>
const ok = { is: 'ok', body: {} } as const
const clock = { now: () => 0, after: () => () => undefined } as unknown as Clock

function withEnd() {
  let resolve: (answer: Uploaded) => void = () => undefined
  const promise = new Promise<Uploaded>(end => {
    resolve = end
  })
  return { promise, resolve }
}

/** A desk with one conversation, a relay that writes down what is asked of it, and uploads that end when they are told to. */
function atDesk() {
  const desk = createDesk(0)
  const talk = createTalk('c1')
  desk.talks.set('c1', talk)
  const asked: Deed[] = []
  const uploads: {
    name: string
    progress(part: number): void
    end(answer: Uploaded): void
    isCut: boolean
  }[] = []
  /** How the relay answers what is said next, where not by doing it. */
  const answers: Answer<unknown>[] = []
  const relay = {
    act: (_: string, deed: Deed) => {
      asked.push(deed)
      return Promise.resolve((deed.verb === 'say' && answers.shift()) || ok)
    }
  } as unknown as Relay
  const attaching = createAttaching(desk, (_, { name }, progress): Uploading => {
    const { promise: answer, resolve: end } = withEnd()
    const one = { name, progress, end, isCut: false }
    uploads.push(one)
    return { answer, cancel: () => void (one.isCut = true) }
  })
  return {
    desk,
    talk,
    asked,
    answers,
    uploads,
    ...attaching,
    ...createActing(desk, { relay, clock, own: new Set() })
  }
}

const files = (...names: string[]) => names.map(name => ({ name }) as File)
const kept = (id: string): Uploaded => ({ is: 'ok', body: { file: { id, name: id } } })
const settled = () => new Promise(setImmediate)

test('[FI50] several files are on their way at once, each with how far it is', async () => {
  const { talk, uploads, attach } = atDesk()
  attach('c1', files('a.png', 'b.pdf'))
  uploads[1]?.progress(0.5)
  expect(talk.attached.value).toMatchObject([
    { name: 'a.png', state: { is: 'sending', part: 0 } },
    { name: 'b.pdf', state: { is: 'sending', part: 0.5 } }
  ])
  uploads[0]?.end(kept('f1'))
  uploads[1]?.end({ is: 'no', status: 415, error: 'type', says: 'files of this type cannot be sent' })
  await settled()
  expect(talk.attached.value).toMatchObject([
    { state: { is: 'ready', file: 'f1' } },
    { state: { is: 'failed', says: 'files of this type cannot be sent' } }
  ])
})

test('[FI50] what is taken away is cut off, and does not come back', async () => {
  const { talk, uploads, attach, detach } = atDesk()
  attach('c1', files('a.png', 'b.pdf'))
  detach('c1', talk.attached.value[0]?.key ?? '')
  expect(uploads[0]?.isCut).toBe(true)
  uploads[0]?.progress(0.9)
  uploads[0]?.end(kept('f1'))
  await settled()
  expect(talk.attached.value.map(({ name }) => name)).toEqual(['b.pdf'])
})

test('[FI50] where files alone wait to be sent, sending says that they are on their way; what failed is not to be sent', async () => {
  const { desk, talk, uploads, attach, send } = atDesk()
  expect(hasToSend(talk)).toBe(false)
  attach('c1', files('a.png'))
  expect(hasToSend(talk)).toBe(true)
  send('c1')
  expect(desk.notice.value).toMatch(/on their way/)
  uploads[0]?.end({ is: 'no', status: 413, error: 'tooLarge', says: 'the file is too large' })
  await settled()
  expect(hasToSend(talk)).toBe(false)
})

test('[FI73] two are on their way at once, and the others follow in their order, whatever became of those before', async () => {
  const { talk, uploads, attach, detach } = atDesk()
  attach('c1', files('a', 'b', 'c', 'd', 'e'))
  const begun = () => uploads.map(({ name }) => name).join('')
  expect(begun()).toBe('ab')
  detach('c1', talk.attached.value[2]?.key ?? '')
  uploads[1]?.end(kept('f2'))
  await settled()
  expect(begun()).toBe('abd')
  uploads[0]?.end({ is: 'no', status: 0, error: 'unreachable' })
  await settled()
  expect(begun()).toBe('abde')
  for (const { end } of uploads.slice(2)) end(kept('f'))
  await settled()
  attach('c1', files('g', 'h', 'i'))
  expect(begun()).toBe('abdegh')
})

test('[FI74] after attaching the text has the focus, after taking away the next file, and the text after the last', () => {
  const { desk, talk, attach, detach } = atDesk()
  attach('c1', files('a', 'b', 'c'))
  expect(desk.wish.value).toBe('say:c1')
  const [a = '', b = '', c = ''] = talk.attached.value.map(({ key }) => key)
  detach('c1', b)
  expect(desk.wish.value).toBe(`detach-${c}:c1`)
  detach('c1', c)
  expect(desk.wish.value).toBe(`detach-${a}:c1`)
  detach('c1', a)
  expect(desk.wish.value).toBe('say:c1')
})

test('[FI72] where a note is written files are not taken, and that is said; no note turns into a reply', () => {
  const { desk, talk, uploads, attach } = atDesk()
  talk.mode.value = 'note'
  attach('c1', files('a.png'))
  expect([talk.mode.value, talk.attached.value, uploads]).toEqual(['note', [], []])
  expect(desk.notice.value).toMatch(/A note has no files/)
})

test('[FI51] files are said before the words, once all are with the relay', async () => {
  const { desk, talk, asked, uploads, attach, write, send } = atDesk()
  attach('c1', files('a.png', 'b.pdf'))
  write('c1', 'Here they are', 13)
  uploads[0]?.end(kept('f1'))
  await settled()
  send('c1')
  expect(desk.notice.value).toMatch(/on their way/)
  expect([talk.draft.value, talk.pending.value]).toEqual(['Here they are', []])
  uploads[1]?.end(kept('f2'))
  await settled()
  send('c1')
  await settled()
  const bodies = asked.flatMap(deed => (deed.verb === 'say' ? [deed.body] : []))
  expect(bodies).toMatchObject([
    { text: '', file: 'f1' },
    { text: '', file: 'f2' },
    { text: 'Here they are' }
  ])
  expect(new Set(bodies.map(({ id }) => id)).size).toBe(3)
  expect([talk.draft.value, talk.attached.value]).toEqual(['', []])
})

test('[FI51] where a file could not be said, neither is what was to follow it, until it is sent again', async () => {
  const { talk, asked, answers, uploads, attach, write, send, again } = atDesk()
  attach('c1', files('a.png', 'b.pdf'))
  uploads[0]?.end(kept('f1'))
  uploads[1]?.end(kept('f2'))
  await settled()
  write('c1', 'These two', 9)
  answers.push(ok, { is: 'no', status: 503, error: 'notStored', says: 'not stored; try again' })
  send('c1')
  await settled()
  const said = () => asked.flatMap(deed => (deed.verb === 'say' ? [deed.body.file ?? deed.body.text] : []))
  expect(said()).toEqual(['f1', 'f2'])
  expect(talk.pending.value.slice(1)).toMatchObject([
    { file: { id: 'f2' }, state: { is: 'failed', says: 'not stored; try again' } },
    { text: 'These two', state: { is: 'failed' } }
  ])
  for (const { id } of talk.pending.value.slice(1)) again('c1', id)
  await settled()
  expect(said()).toEqual(['f1', 'f2', 'f2', 'These two'])
})

test('[FI51] words are not sent without a file that could not be uploaded, until it is taken away', async () => {
  const { desk, talk, asked, uploads, attach, detach, write, send } = atDesk()
  attach('c1', files('contract.pdf'))
  write('c1', 'Please sign what is attached', 28)
  uploads[0]?.end({ is: 'no', status: 0, error: 'unreachable' })
  await settled()
  send('c1')
  await settled()
  expect(asked.filter(({ verb }) => verb === 'say')).toEqual([])
  expect(desk.notice.value).toMatch(/Remove/)
  expect(talk.draft.value).toBe('Please sign what is attached')
  detach('c1', talk.attached.value[0]?.key ?? '')
  send('c1')
  await settled()
  expect(asked.at(-1)).toMatchObject({ verb: 'say', body: { text: 'Please sign what is attached' } })
})

test('[FI51] a note has no files, and they stay for what is said', async () => {
  const { talk, asked, uploads, attach, write, send } = atDesk()
  attach('c1', files('a.png'))
  uploads[0]?.end(kept('f1'))
  await settled()
  talk.mode.value = 'note'
  write('c1', 'A note', 6)
  send('c1')
  await settled()
  expect(asked.at(-1)).toMatchObject({ verb: 'note', body: { text: 'A note' } })
  expect(asked.at(-1)?.body).not.toHaveProperty('file')
  expect(talk.attached.value).toHaveLength(1)
})

test('[FI51] where a conversation is erased nothing waits to be said', () => {
  const { talk, attach } = atDesk()
  attach('c1', files('a.png'))
  follow(talk, [{ seq: 3, at: 3, kind: 'erased' }])
  expect(talk.attached.value).toEqual([])
})

test('[A47] whoever signs in next sends nothing of what was waiting to be sent', async () => {
  const { talk, asked, uploads, attach, write, send } = atDesk()
  attach('c1', files('a', 'b', 'c'))
  write('c1', 'Mine', 4)
  abandon(talk)
  uploads[0]?.end(kept('f1'))
  await settled()
  expect(uploads.map(({ name }) => name)).toEqual(['a', 'b'])
  write('c1', 'one', 3)
  send('c1')
  write('c1', 'two', 3)
  send('c1')
  abandon(talk)
  await settled()
  expect(asked.flatMap(deed => (deed.verb === 'say' ? [deed.body.text] : []))).not.toContain('two')
})

test.each([
  ['https://chat.example/files/c1/f1', '/files/c1/f1'],
  ['https://chat.example/files/c1/f1?key=a#b', '/files/c1/f1'],
  ['https://chat.example.evil/files/c1/f1', undefined],
  ['http://chat.example/files/c1/f1', undefined],
  ['https://chat.example@evil/files/c1/f1', undefined],
  ['https://chat.example/files/../api/v1/me', undefined],
  ['https://chat.example/api/v1/sign-out', undefined],
  ['//chat.example/files/c1/f1', undefined],
  ['javascript:alert(1)', undefined],
  ['blob:https://chat.example/files/c1/f1', undefined],
  ['data:image/svg+xml,<svg/>', undefined]
])('[FI52] of %s only the relay’s own is loaded', (url, path) => {
  expect(ownFile(url, 'https://chat.example')).toBe(path)
})
