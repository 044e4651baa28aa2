import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionsOf } from '#shared/actions.ts'
import type { Content, Field } from '#shared/content.ts'
import { entries, item, line, message, stage } from '../connection/play.ts'
import { emptyView, type Line } from '../connection/state.ts'
import { english } from '../words/english.ts'
import { isAnswered } from './answered.ts'
import { bannerOf } from './banner.ts'
import { createChatState } from './chat.ts'
import { answerText, faultsOf } from './form.ts'
import { safeUrl, webUrl } from './links.ts'
import { noteText } from './note.ts'
import { placed } from './placed.ts'
import { followLog, rowsOf, together } from './rows.ts'
import { unreadOf } from './unread.ts'

/** Lines as the connection hands them on. */
function logOf(...lines: object[]): readonly Line[] {
  const it = stage()
  it.live()
  it.hear(entries(line(1), ...lines))
  return it.state().view.lines
}

test('[W29] who the visitor talks to is the fold of the log', () => {
  const log = logOf(
    line(2, { kind: 'handover' }),
    line(3, { kind: 'taken', name: 'Maria' }),
    line(4, { kind: 'rated', stars: 5 }),
    line(5, { kind: 'handback', why: 'agent' }),
    line(6, { kind: 'closed' })
  )
  const phases = log.map((_, index) => followLog()(log.slice(0, index + 1)).phase ?? emptyView.base)
  expect(phases.map(({ is }) => is)).toEqual(['bot', 'waiting', 'agent', 'agent', 'bot', 'closed'])
  expect(phases[2]).toEqual({ is: 'agent', name: 'Maria' })
})

test('[W10] before the site has said how long a text may be, none is written that no frame would hold', () => {
  const after = () => () => undefined
  const chat = createChatState({ words: english, title: undefined, visible: true, now: Date.now, after })
  chat.draft.value = 'x'.repeat(16_000)
  expect([chat.ready.value, chat.left.value]).toEqual([true, 0])
  chat.draft.value += 'x'
  expect([chat.ready.value, chat.left.value]).toEqual([false, -1])
})

describe('rows of the log', () => {
  const newest = (log: readonly Line[], unsent = [item('aaaaaaaa')].slice(1)) =>
    rowsOf(log, unsent).find(row => row.is === 'theirs' && row.newest)?.key

  test('[W30] quick replies belong to the newest message, until anything is said or pressed', () => {
    expect(newest(logOf(message(2, 'bot'), message(3, 'bot')))).toBe('3')
    expect(newest(logOf(message(2, 'bot'), line(3, { kind: 'handover' })))).toBe('2')
    expect(newest(logOf(message(2, 'bot'), message(3, 'visitor', 'Hi', { id: 'aaaaaaaa' })))).toBeUndefined()
    const press = line(3, { kind: 'postback', id: 'aaaaaaaa', of: 2, action: 0, label: 'Yes' })
    expect(newest(logOf(message(2, 'bot'), press))).toBeUndefined()
    expect(newest(logOf(message(2, 'bot')), [item('aaaaaaaa')])).toBeUndefined()
  })

  test('[W41] a message keeps its key when its entry takes its place', () => {
    const [before] = rowsOf([], [item('aaaaaaaa')])
    const [after] = rowsOf(logOf(message(2, 'visitor', 'Hi', { id: 'aaaaaaaa' })), [])
    expect([before?.key, after?.key]).toEqual(['aaaaaaaa', 'aaaaaaaa'])
  })

  test('[W41] what one party says in one breath is one group', () => {
    const [bot, more, agent] = rowsOf(
      logOf(message(2, 'bot'), message(3, 'bot'), message(4, 'agent', 'Hi', { name: 'Maria' })),
      []
    )
    expect([together(bot, more), together(more, agent), together(agent, undefined)]).toEqual([
      true,
      false,
      false
    ])
  })

  test('[W45] what nobody heard says so, and is known well enough to be said again', () => {
    const log = logOf(
      message(2, 'visitor', 'Hi', { id: 'aaaaaaaa' }),
      line(3, { kind: 'undelivered', of: 2 }),
      line(4, { kind: 'postback', id: 'bbbbbbbb', of: 1, action: 2, label: 'Yes' }),
      line(5, { kind: 'undelivered', of: 4 }),
      message(6, 'visitor', 'Hi', { id: 'cccccccc' })
    )
    const lost = rowsOf(log, []).map(row => row.is === 'mine' && row.lost && row.line)
    expect(lost).toMatchObject([
      { kind: 'message', content: { text: 'Hi' } },
      { kind: 'postback', of: 1, action: 2, label: 'Yes' },
      false
    ])
  })

  test('[W46] what the platform itself says is a note', () => {
    const [note] = rowsOf(logOf(message(2, 'system', 'Kim has joined')), [])
    expect(note?.is === 'note' && noteText(note.note, english)).toBe('Kim has joined')
  })

  test('[W31] a form is answered once its answer is on the way or in the log', () => {
    const view = { ...emptyView, lines: logOf(message(2, 'visitor', 'Name: Ada', { id: 'aaaaaaaa', of: 1 })) }
    expect([1, 2].map(seq => isAnswered({ view, unsent: [] }, seq))).toEqual([true, false])
    const frame = { type: 'say', id: 'aaaaaaaa', text: 'x', of: 4 } as const
    const unsent = [item('aaaaaaaa', { frame })]
    expect([1, 2, 4].map(seq => isAnswered({ view, unsent }, seq))).toEqual([true, false, true])
  })

  test('[W36] unread is what others said beyond the place that was seen', () => {
    const log = logOf(message(2, 'bot'), message(3, 'visitor', 'Hi', { id: 'aaaaaaaa' }), message(4, 'agent'))
    expect([0, 2, 4].map(seen => unreadOf(log, seen))).toEqual([2, 1, 0])
  })
})

describe('forms', () => {
  const fields: Field[] = [
    { kind: 'text', name: 'n', label: 'Name', minLength: 2, maxLength: 5 },
    { kind: 'email', name: 'e', label: 'E-mail' }
  ]

  test.each([
    [{}, { n: english.required, e: '' }],
    [{ n: ' A ' }, { n: english.short(2), e: '' }],
    [
      { n: 'Ada', e: 'ada@home' },
      { n: '', e: english.email }
    ],
    [
      { n: 'Ada', e: 'ada@example.com' },
      { n: '', e: '' }
    ]
  ])('[W32] answers %j have these faults', (answers, faults) => {
    expect(faultsOf(fields, answers, english)).toEqual(faults)
  })

  test('[W33] the answer is a text with a line for each field', () => {
    expect(answerText(fields, { n: ' Ada ' })).toBe('Name: Ada\nE-mail:')
  })
})

describe('addresses in a text', () => {
  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'blob:https://a.b/c',
    'file:///etc/passwd',
    '//example.com',
    'about:blank',
    ''
  ])('[W35] %j is opened nowhere', address => {
    expect(safeUrl(address)).toBeUndefined()
  })

  test('[W35] what is opened is http, https, mailto or tel, and nothing else', () => {
    expect(
      ['mailto:a@b.c', 'tel:+491', 'http://a.b/', 'https://a.b/'].map(one => safeUrl(one))
    ).not.toContain(undefined)
    expect(webUrl('mailto:a@b.c')).toBeUndefined()
    const scheme = fc.constantFrom('https:', 'mailto:', 'javascript:', ' java\nscript:', 'data:', 'ftp:', '')
    fc.assert(
      fc.property(scheme, fc.string(), (start, rest) => {
        const address = start + rest
        expect(safeUrl(address) ?? 'https:').toMatch(/^(https?|mailto|tel):/)
      })
    )
  })
})

test('[W38] actions are placed as both ends count them', () => {
  const actions = ['a', 'b'].map(label => ({ kind: 'postback', label }) as const)
  const cards = [1, 2].map(title => ({ title: `${title}`, actions }))
  const content: Content = { kind: 'list', cards, actions }
  const flat = placed(content).flat()
  expect(flat.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5])
  expect(flat.map(({ action }) => action)).toEqual(actionsOf(content))
})

test('[W37] the connection is only mentioned while something is wrong with it', () => {
  const it = stage()
  const banner = () => bannerOf(it.state(), english)
  expect(banner()).toBe(english.connecting)
  it.live()
  expect(banner()).toBeUndefined()
  it.happen({ on: 'closed', socket: 1, code: 1006 })
  expect(banner()).toBe(english.connecting)
  it.happen({ on: 'timer', name: 'retry' }, { on: 'closed', socket: 2, code: 1006 })
  expect(banner()).toBe(english.offline)
  it.live()
  it.hear({ type: 'bye', reason: 'site' })
  expect(banner()).toBe(english.stopped.site)
})
