import { computed, signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import type { Visitor, Wish } from '../connection/index.ts'
import { initial, type State } from '../connection/state.ts'
import type { Upload, Uploaded } from '../connection/uploading.ts'
import { createAttaching, isAgain } from './attaching.ts'

interface Sent {
  name: string
  visitor: Visitor
  progress(part: number): void
  end(answer: Uploaded): void
  isCut: boolean
}

const kept = (id: string): Uploaded => ({ is: 'kept', id })
const refused = (error = ''): Uploaded => ({ is: 'refused', error })
const lost: Uploaded = { is: 'lost' }
const settled = () => new Promise(setImmediate)
const files = (...names: string[]) => names.map(name => new File(['x'], name))
const stateOf = (conversation: string | undefined): State => {
  const state = initial([])
  return {
    ...state,
    link: { is: 'live', socket: 1 },
    view: { ...state.view, conversation: conversation as never }
  }
}

/** A chat with an agent, and uploads that end when they are told to. */
function withAgent() {
  const link = signal(stateOf('cv_1'))
  const draft = signal('')
  const said: (string | Wish)[] = []
  const sent: Sent[] = []
  let [identity, better, now] = ['', '', 0]
  let due: { ms: number; run: () => void } | undefined
  let whileRenewing = () => {}
  const chat = {
    link,
    draft,
    live: computed(() => link.value.link.is === 'live'),
    ready: computed(() => draft.value.trim() !== ''),
    site: signal({ title: '', maxText: 100, files: { maxBytes: 1_000, kinds: ['png'] } }),
    atEnd: signal(false),
    now: () => now,
    say: (text: string) => void said.push(text),
    queue: (wish: Wish) => void said.push(wish),
    visit: () => ({ url: '', site: 'shop', identity }),
    renew: () => {
      identity = better
      whileRenewing()
      return Promise.resolve()
    }
  }
  const upload: Upload = (visitor, { name }, progress) => {
    let end: Sent['end'] = () => {}
    const answer = new Promise<Uploaded>(resolve => {
      end = resolve
    })
    const one: Sent = { name, visitor, progress, end, isCut: false }
    sent.push(one)
    const cancel = () => {
      one.isCut = true
      end(lost)
    }
    return { answer, cancel }
  }
  const after = (ms: number, run: () => void) => {
    due = { ms, run }
    return () => {
      due = undefined
    }
  }
  const attaching = createAttaching(chat, { upload, after })
  const standing = () => attaching.attached.value.files.map(({ standing: one }) => one)
  async function ends(at: number, answer: Uploaded): Promise<void> {
    sent[at]?.end(answer)
    await settled()
  }
  const goes = (is: 'live' | 'idle') => {
    link.value = { ...link.value, link: is === 'live' ? { is, socket: 1 } : { is } }
  }
  return {
    ...attaching,
    chat,
    said,
    sent,
    standing,
    ends,
    goes,
    becomes(conversation: string | undefined) {
      link.value = stateOf(conversation)
    },
    /** When what was lost is tried again. */
    waits: () => due && `${due.ms / 1_000} s`,
    passes(ms: number) {
      now += ms
      const { run } = due && due.ms <= ms ? due : {}
      if (run) due = undefined
      run?.()
    },
    isKnown(first: string, then: string, meanwhile = () => {}) {
      identity = first
      better = then
      whileRenewing = meanwhile
    }
  }
}

const fileFrame = (id: string) => ({ type: 'file', file: id })

test('[FI60] several files stand there at once and go one by one, each with how far it is', async () => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf'))
  it.sent[0]?.progress(0.5)
  expect(it.standing()).toEqual([{ is: 'sending', part: 0.5 }, { is: 'waiting' }])
  expect(it.told.value).toMatchObject({ is: 'begun', files: [{}, {}] })
  await it.ends(0, kept('f1'))
  expect(it.standing()).toMatchObject([{ is: 'ready', id: 'f1' }, { is: 'sending' }])
  expect(it.told.value).toMatchObject({ is: 'ended', file: { file: { name: 'a.png' } } })
  await it.ends(1, kept('f2'))
  expect(it.sent.map(({ name }) => name)).toEqual(['a.png', 'b.pdf'])
})

test('[FI60] what is taken away is cut off on its way, does not come back, and the next one goes', async () => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf'))
  it.detach(it.attached.value.files[0]?.key ?? '')
  expect(it.sent[0]?.isCut).toBe(true)
  await settled()
  it.sent[0]?.progress(0.9)
  expect(it.attached.value.files.map(({ file }) => file.name)).toEqual(['b.pdf'])
  expect([it.standing(), it.waits()]).toEqual([[{ is: 'sending', part: 0 }], undefined])
})

test.each([
  ['type', 'type', false],
  ['noAgent', 'notNow', true],
  ['tooMany', 'tooFast', true],
  ['off', 'never', false],
  ['a word of a newer relay', 'failed', true],
  ['constructor', 'failed', true]
])('[FI61] refused as %s: %s, and whether it may be tried again is %s', async (error, why, again) => {
  const it = withAgent()
  it.attach(files('a.png'))
  await it.ends(0, refused(error))
  expect(it.standing()).toEqual([{ is: 'failed', why }])
  const [first] = it.attached.value.files
  expect(first && isAgain(first)).toBe(again)
  it.retry(first?.key ?? '')
  expect(it.standing()).toMatchObject([{ is: 'sending' }])
})

test('[FI61] what is empty, too large or one too many is told without being sent', () => {
  const it = withAgent()
  it.attach([new File([], 'empty.png'), new File(['x'.repeat(1_001)], 'large.png')])
  expect(it.standing()).toEqual([
    { is: 'failed', why: 'empty' },
    { is: 'failed', why: 'tooLarge' }
  ])
  expect(it.sent).toEqual([])
  it.attach(files(...Array.from({ length: 9 }, (_, at) => `${at}.png`)))
  expect(it.attached.value.files).toHaveLength(10)
  expect(it.told.value).toEqual({ is: 'tooMany' })
})

test('[FI62] files are said before the words, in their order', async () => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf'))
  await it.ends(0, kept('f1'))
  await it.ends(1, kept('f2'))
  it.chat.draft.value = 'Here they are'
  it.send()
  expect(it.said).toEqual([fileFrame('f1'), fileFrame('f2'), 'Here they are'])
  expect([it.chat.draft.value, it.standing(), it.chat.atEnd.value]).toEqual(['', [], true])
})

test('[FI62] words alone go as ever, and files alone go without words', async () => {
  const it = withAgent()
  expect(it.ready.value).toBe(false)
  it.attach(files('a.png'))
  expect(it.ready.value).toBe(true)
  await it.ends(0, kept('f1'))
  it.send()
  it.chat.draft.value = 'Thanks'
  it.send()
  expect(it.said).toEqual([fileFrame('f1'), 'Thanks'])
})

test('[FI62] what is sent before all files are there goes once they are, by itself', async () => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf'))
  it.chat.draft.value = 'Here they are'
  it.send()
  expect([it.said, it.ready.value]).toEqual([[], false])
  await it.ends(0, kept('f1'))
  expect(it.said).toEqual([])
  await it.ends(1, kept('f2'))
  expect(it.said).toEqual([fileFrame('f1'), fileFrame('f2'), 'Here they are'])
  expect(it.chat.draft.value).toBe('')
})

test.each([
  [
    'who writes on',
    (it: ReturnType<typeof withAgent>) => void (it.chat.draft.value += ' at last'),
    kept('f1')
  ],
  ['whose file is refused', () => {}, refused('type')],
  [
    'who takes the file away',
    (it: ReturnType<typeof withAgent>) => it.detach(it.attached.value.files[0]?.key ?? ''),
    kept('f1')
  ]
])('[FI62] %s sends it when they mean it', async (_, meanwhile, answer) => {
  const it = withAgent()
  it.attach(files('a.png'))
  it.chat.draft.value = 'Here it is'
  it.send()
  meanwhile(it)
  await it.ends(0, answer)
  expect([it.said, it.ready.value]).toEqual([[], true])
  expect(it.chat.draft.value).toMatch(/^Here it is/)
})

test.each(['type', 'a word of a newer relay'])(
  '[FI62] the words do not go without a file that was refused meanwhile as %s, whatever becomes of the others',
  async error => {
    const it = withAgent()
    it.attach(files('a.png', 'b.html'))
    it.chat.draft.value = 'Here they are'
    it.send()
    await it.ends(0, kept('f1'))
    await it.ends(1, refused(error))
    expect([it.said, it.chat.draft.value, it.ready.value]).toEqual([[], 'Here they are', true])
    it.send()
    expect(it.said).toEqual([fileFrame('f1'), 'Here they are'])
  }
)

test('[FI63] without a connection files wait, and what failed for want of one goes by itself', async () => {
  const it = withAgent()
  it.attach(files('a.png'))
  it.goes('idle')
  await it.ends(0, lost)
  it.attach(files('b.pdf'))
  expect([it.standing(), it.waits()]).toEqual([[{ is: 'lost' }, { is: 'waiting' }], undefined])
  expect(it.sent).toHaveLength(1)
  it.goes('live')
  expect(it.sent.map(({ name }) => name)).toEqual(['a.png', 'a.png'])
  await it.ends(1, kept('f1'))
  expect(it.standing()).toMatchObject([{ is: 'ready' }, { is: 'sending' }])
})

test('[FI63] an upload that the relay no longer takes is uploaded again before it is said', async () => {
  const it = withAgent()
  it.attach(files('a.png'))
  await it.ends(0, kept('f1'))
  it.passes(46 * 60_000)
  it.send()
  expect([it.said, it.sent.length]).toEqual([[], 2])
  await it.ends(1, kept('f2'))
  expect(it.said).toEqual([fileFrame('f2')])
})

test('[FI64] an identity that has run out is renewed once; where there is no better one the visitor is told', async () => {
  const it = withAgent()
  it.isKnown('old', 'new')
  it.attach(files('a.png'))
  await it.ends(0, refused('unauthorized'))
  expect(it.sent.map(({ visitor }) => visitor.identity)).toEqual(['old', 'new'])
  await it.ends(1, refused('unauthorized'))
  expect(it.standing()).toEqual([{ is: 'failed', why: 'failed' }])
  expect(it.sent).toHaveLength(2)
})

test.each([
  [
    '[FI60] taken away',
    (it: ReturnType<typeof withAgent>) => it.detach(it.attached.value.files[0]?.key ?? '')
  ],
  ['[FI65] another visitor’s', (it: ReturnType<typeof withAgent>) => it.becomes('cv_2')],
  ['[FI65] perhaps another visitor’s', (it: ReturnType<typeof withAgent>) => it.becomes(undefined)]
])('%s while an identity is renewed, a file does not go on', async (_, meanwhile) => {
  const it = withAgent()
  it.isKnown('A', 'B', () => meanwhile(it))
  it.attach(files('a.png'))
  await it.ends(0, refused('unauthorized'))
  expect(it.sent.map(({ visitor }) => visitor.identity)).toEqual(['A'])
})

test('[FI65] in another conversation nothing of it is shown, goes on or is said', async () => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf'))
  await it.ends(0, kept('f1'))
  it.becomes('cv_2')
  expect([it.standing(), it.sent[1]?.isCut]).toEqual([[], true])
  await settled()
  it.chat.draft.value = 'Hello'
  it.send()
  expect(it.said).toEqual(['Hello'])
  it.becomes('cv_1')
  expect(it.standing()).toEqual([])
})

test('[FI65] while it is not known whose conversation is here nothing is shown or goes on; in the same one all of it is there', async () => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf', 'c.pdf'))
  await it.ends(0, kept('f1'))
  it.chat.draft.value = 'Here they are'
  it.send()
  it.becomes(undefined)
  expect([it.standing(), it.told.value, it.ready.value]).toEqual([[], undefined, true])
  await it.ends(1, kept('f2'))
  expect([it.told.value, it.said, it.sent.length]).toEqual([undefined, [], 2])
  it.becomes('cv_1')
  expect(it.standing()).toMatchObject([{ is: 'ready' }, { is: 'ready' }, { is: 'sending' }])
  await it.ends(2, kept('f3'))
  expect(it.said).toEqual([fileFrame('f1'), fileFrame('f2'), fileFrame('f3'), 'Here they are'])
})

test('[FI65] somebody else, of whose conversation nothing was known at first, finds nothing of it', async () => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf'))
  await it.ends(0, kept('f1'))
  expect(it.told.value).toMatchObject({ is: 'ended' })
  it.becomes(undefined)
  it.becomes('cv_2')
  await settled()
  expect([it.standing(), it.told.value, it.sent[1]?.isCut]).toEqual([[], undefined, true])
  it.becomes('cv_1')
  expect(it.standing()).toEqual([])
})

test('[FI63] words that were sent with a file wait for it where it is lost on its way', async () => {
  const it = withAgent()
  it.attach(files('a.png'))
  await it.ends(0, lost)
  it.chat.draft.value = 'Look'
  it.send()
  expect([it.said, it.sent.length]).toEqual([[], 2])
  await it.ends(1, lost)
  expect([it.said, it.chat.draft.value]).toEqual([[], 'Look'])
  it.goes('idle')
  it.goes('live')
  await it.ends(2, kept('f1'))
  expect(it.said).toEqual([fileFrame('f1'), 'Look'])
})

const waits = ['1 s', '2 s', '4 s', '8 s', '16 s']

test('[FI62] what is lost while there is a connection is tried again a few times; then the words are the visitor’s again', async () => {
  const it = withAgent()
  it.attach(files('a.png'))
  it.chat.draft.value = 'Look'
  it.send()
  for (const [at, wait] of waits.entries()) {
    await it.ends(at, lost)
    expect([it.standing(), it.said, it.ready.value]).toEqual([[{ is: 'lost' }], [], false])
    expect(it.waits()).toBe(wait)
    it.passes(16_000)
  }
  await it.ends(waits.length, lost)
  expect([it.standing(), it.waits()]).toEqual([[{ is: 'failed', why: 'failed' }], undefined])
  expect([it.said, it.chat.draft.value, it.ready.value]).toEqual([[], 'Look', true])
  expect(it.told.value).toMatchObject({ is: 'ended' })
  it.send()
  expect(it.said).toEqual(['Look'])
})

test.each([
  ['a press', (it: ReturnType<typeof withAgent>) => it.retry(it.attached.value.files[0]?.key ?? '')],
  ['who sends it', (it: ReturnType<typeof withAgent>) => it.send()],
  [
    'a connection',
    (it: ReturnType<typeof withAgent>) => {
      it.goes('idle')
      it.goes('live')
    }
  ]
])('[FI63] %s does not wait for the next try, and begins anew', async (_, again) => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf'))
  await it.ends(0, lost)
  it.passes(1_000)
  await it.ends(1, lost)
  expect([it.sent.length, it.waits()]).toEqual([2, '2 s'])
  again(it)
  expect(it.sent.map(({ name }) => name)).toEqual(['a.png', 'a.png', 'a.png'])
  await it.ends(2, lost)
  expect(it.waits()).toBe('1 s')
})

test('[FI60] what waits behind a lost one goes at once when that is taken away', async () => {
  const it = withAgent()
  it.attach(files('a.png', 'b.pdf'))
  await it.ends(0, lost)
  expect(it.sent).toHaveLength(1)
  it.detach(it.attached.value.files[0]?.key ?? '')
  expect([it.sent.map(({ name }) => name), it.waits()]).toEqual([['a.png', 'b.pdf'], undefined])
})

test('[FI62] an answer that nobody knows ends the waiting', async () => {
  const it = withAgent()
  it.attach(files('a.png'))
  it.chat.draft.value = 'Look'
  it.send()
  await it.ends(0, refused())
  expect([it.standing(), it.ready.value]).toEqual([[{ is: 'failed', why: 'failed' }], true])
  expect([it.said, it.chat.draft.value, it.waits()]).toEqual([[], 'Look', undefined])
})
