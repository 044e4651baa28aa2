import { expect, test } from 'vitest'
import type { Entry, Summary } from '../contract.ts'
import { hashOf, left, moved, noColumns, opened, openIn, roomIn, shown } from './columns.ts'
import { deedOf, keys } from './keys.ts'
import { piecesOf } from './links.ts'
import { allOf, mineOf, neighbour, partOf, waitingOf, withSummaries } from './lists.ts'
import { newsOf } from './news.ts'
import { Rows } from './rows.ts'
import { act, createTalk, follow, precede } from './talk.ts'
import { addressed, askedFor, cannedFor, fillIn, linesOf, metadataOf, reasonOf } from './text.ts'

const me = { name: 'anna', shown: 'Anna Berg', role: 'agent' } as const

const summary = (id: string, more: Partial<Summary> = {}): Summary => ({
  id,
  site: 'lamps',
  bot: 'support',
  phase: 'bot',
  head: 1,
  openedAt: 0,
  at: 0,
  ...more
})
const waits = (id: string, since: number) =>
  summary(id, { phase: 'waiting', waiting: { since, until: since + 100, metadata: {} } })
const with_ = (id: string, name: string, more: Partial<Summary> = {}) =>
  summary(id, { phase: 'agent', agent: { name }, ...more })
const known = (...all: Summary[]) => withSummaries(new Map(), all)
const said = (seq: number, more: object = {}): Entry =>
  ({
    seq,
    at: seq * 1_000,
    kind: 'message',
    by: 'visitor',
    id: `id_${seq}`,
    content: { kind: 'text', text: 'x' },
    ...more
  }) as Entry

test('[DP3] whoever has waited longest is first, and my own are those that I answer here', () => {
  const elsewhere = summary('d', { phase: 'agent', agent: { name: 'Anna Berg', on: 'livechat' } })
  const all = known(waits('b', 20), waits('a', 10), with_('c', 'Anna Berg'), elsewhere, with_('e', 'Ben'))
  expect(waitingOf(all).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(mineOf(all, me).map(({ id }) => id)).toEqual(['c'])
})

test('[DP3] of two tellings the one that knows more of the log stands, in whatever order they come', () => {
  const all = withSummaries(known(waits('a', 10)), [summary('a', { head: 0 })])
  expect(all.get('a')?.phase).toBe('waiting')
  expect(withSummaries(all, [summary('a', { head: 2 })]).get('a')?.phase).toBe('bot')
})

test('[DP20] what was asked for before a conversation was erased does not come back after it', () => {
  const talk = createTalk('a')
  follow(talk, [{ seq: 9, at: 9, kind: 'erased' }])
  precede(talk, [said(7), said(8)])
  expect(talk.entries.value.map(({ kind }) => kind)).toEqual(['erased'])
})

test('[DP20] where a conversation is erased nothing of it stays on the desk', () => {
  const talk = createTalk('a')
  follow(talk, [said(1), said(2)])
  talk.pending.value = [{ id: 'id_x', verb: 'say', text: 'y', state: { is: 'sending' } }]
  talk.draft.value = 'begun'
  // Also where entries between are missing: there are none any more.
  const erased: Entry = { seq: 9, at: 9_000, kind: 'erased' }
  expect(follow(talk, [said(8), erased])).toBe(true)
  expect(talk.entries.value).toEqual([erased])
  expect(talk.rows.value).toMatchObject([{ is: 'day' }, { is: 'fact', fact: erased }])
  expect(talk.hasEarlier.value).toBe(false)
  expect(talk.draft.value).toBe('')
  const before = summary('a', { head: 8, preview: 'x', named: { name: 'Ada' } })
  const left = summary('a', { head: 9, phase: 'closed' })
  expect(withSummaries(known(before), [left]).get('a')).toEqual(left)
})

test('[DP17] older ones that are known by chance wait until those between are asked for', () => {
  const all = known(summary('new', { at: 90 }), summary('old', { at: 5 }), summary('edge', { at: 50 }))
  expect(allOf(all, 50).map(({ id }) => id)).toEqual(['new', 'edge'])
  expect(allOf(all, Infinity)).toEqual([])
})

test('[DP17] of 10,000 rows a few are drawn, and the one that is pointed at, wherever it is', () => {
  const part = partOf(10_000, { first: 5_000, rows: 12 }, 3)
  expect(part.indices.length).toBeLessThan(40)
  expect(part.indices).toContain(3)
  expect(part.indices).toContain(5_011)
  expect(partOf(2, { first: 400, rows: 12 }, 0).indices).toEqual([0, 1])
  expect(partOf(0, { first: 0, rows: 12 }, 0).indices).toEqual([])
})

test('[DP13] the pointer moves by one, stays at an end, and finds an end where what it was at is gone', () => {
  const list = ['a', 'b', 'c'].map(id => summary(id))
  expect(neighbour(list, 'a', 1)?.id).toBe('b')
  expect(neighbour(list, 'c', 1)?.id).toBe('c')
  expect(neighbour(list, 'gone', 1)?.id).toBe('a')
  expect(neighbour(list, undefined, -1)?.id).toBe('c')
  expect(neighbour([], 'a', 1)).toBeUndefined()
})

test('[DP11] a conversation opens beside the others while there is room, else in place of the active one', () => {
  const one = opened(noColumns, 'a', { beside: false, room: 3 })
  const two = opened(one, 'b', { beside: true, room: 2 })
  expect(two).toEqual({ open: ['a', 'b'], active: 'b' })
  expect(opened(two, 'c', { beside: true, room: 2 })).toEqual({ open: ['a', 'c'], active: 'c' })
  expect(opened(two, 'a', { beside: true, room: 2 })).toEqual({ open: ['a', 'b'], active: 'a' })
  expect(left(two, 'b')).toEqual({ open: ['a'], active: 'a' })
  expect(moved(two, -1).active).toBe('a')
})

test('[DP11] where there is less room the active one is among those that are shown', () => {
  const three = { open: ['a', 'b', 'c'], active: 'c' }
  expect(shown(three, 3)).toEqual(['a', 'b', 'c'])
  expect(shown(three, 1)).toEqual(['c'])
  expect(shown({ ...three, active: 'a' }, 2)).toEqual(['a', 'b'])
  expect([760, 1_119, 1_120, 1_520, 4_000].map(roomIn)).toEqual([1, 1, 2, 3, 3])
})

test('[DP11] what stands in the address is read as it was written, and no further', () => {
  const ids = ['cv_1', 'cv,2', 'cv%3']
  expect(openIn(hashOf(ids))).toEqual(ids)
  expect(openIn('')).toEqual([])
  expect(openIn(`#%E0%A4%A,${'x'.repeat(65)},a,a,b,c,d`)).toEqual(['a', 'b', 'c'])
})

test('[DP12] no two shortcuts are one key, and letters are letters where text is written', () => {
  const singles = keys.filter(key => !('native' in key) && !('control' in key)).map(({ key }) => key)
  expect(new Set(singles).size).toBe(singles.length)
  const press = { key: 't', control: false, other: false, writing: false }
  expect(deedOf(press, true)).toBe('take')
  expect(deedOf({ ...press, writing: true }, true)).toBeUndefined()
  expect(deedOf({ ...press, control: true }, true)).toBeUndefined()
  expect(deedOf({ ...press, other: true }, true)).toBeUndefined()
  expect(deedOf({ key: 'i', control: true, other: false, writing: true }, true)).toBe('swap')
})

test('[DP12] single keys can be turned off; the list of them can still be found', () => {
  const press = { key: 't', control: false, other: false, writing: false }
  expect(deedOf(press, false)).toBeUndefined()
  expect(deedOf({ ...press, key: '?' }, false)).toBe('help')
})

test('[DP9] a shortcut is found where it is begun, and never in the middle of an address', () => {
  expect(askedFor('/he', 3)).toBe('he')
  expect(askedFor('Well, /', 7)).toBe('')
  expect(askedFor('https://lamps', 13)).toBeUndefined()
  expect(askedFor('/hello there', 12)).toBeUndefined()
  const canned = ['thanks', 'hours', 'hello'].map(shortcut => ({ shortcut, text: `The ${shortcut}` }))
  expect(cannedFor(canned, 'h').map(({ shortcut }) => shortcut)).toEqual(['hours', 'hello', 'thanks'])
})

test('[DP9] a canned reply stands where its shortcut stood, with the visitor’s name if there is one', () => {
  expect(fillIn('Well, /he now', 9, 'costs $& more')).toEqual({ text: 'Well, costs $& more now', cursor: 19 })
  expect(addressed('Hello {name}!', { name: 'Mara $&' })).toBe('Hello Mara $&!')
  expect(addressed('Hello {name}!', undefined)).toBe('Hello!')
})

test('[DP10] what is written for the bot is fields by line, and the rest is the reason', () => {
  expect(metadataOf('Wants a refund\norder: L-1\nsee https://a.example\n\nat: 10:30')).toEqual({
    order: 'L-1',
    at: '10:30',
    reason: 'Wants a refund\nsee https://a.example'
  })
  expect(metadataOf('  \n')).toEqual({})
})

test('[DP3] a handover’s metadata is legible whatever it is', () => {
  expect(linesOf({ orderNumber: 'L-1', done: false, more: { a: [1] }, none: null })).toEqual([
    ['Order number', 'L-1'],
    ['Done', 'false'],
    ['More', '{\n "a": [\n  1\n ]\n}'],
    ['None', '–']
  ])
  expect(reasonOf({ id: 4, Reason: 'Angry' })).toBe('Angry')
  expect(reasonOf('Angry')).toBe('Angry')
  expect(reasonOf(null)).toBeUndefined()
})

test('[DP18] only http and https can be followed, and what ends a sentence is no part of an address', () => {
  expect(piecesOf('See (https://a.example/b), or javascript:alert(1)')).toEqual([
    { text: 'See (' },
    { text: 'https://a.example/b', url: 'https://a.example/b' },
    { text: '), or javascript:alert(1)' }
  ])
  expect(piecesOf('https://')).toEqual([{ text: 'https://' }])
})

test('[DP18] no address takes long to be looked at, whatever it ends with', () => {
  const took = (text: string): number => {
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      expect(piecesOf(text)).toHaveLength(1)
      return performance.now() - began
    })
    return Math.min(...times)
  }
  // By the square of its length it would be thousands of times as long.
  expect(took(`http://${'.'.repeat(19_000)}a`)).toBeLessThan(100 * took(`http://${'a'.repeat(19_000)}`) + 1)
})

test('[DP14] what an agent is called for: who begins to wait, who writes to them, what they are given', () => {
  const told = (about: Summary, ...entries: Entry[]) =>
    ({ event: 'entries', data: { conversation: about.id, entries, summary: about } }) as const
  const knowing = {
    summaries: known(summary('a'), with_('b', 'Anna Berg'), with_('c', 'Ben')),
    me,
    own: new Set<string>()
  }
  const news = newsOf(
    [
      told(waits('a', 5)),
      told(waits('a', 5)),
      told(with_('b', 'Anna Berg'), said(2), said(3, { by: 'agent' })),
      told(with_('c', 'Ben'), said(2)),
      told(with_('c', 'Anna Berg'))
    ],
    knowing
  )
  expect(news.map(({ is, about, count }) => [is, about.id, count])).toEqual([
    ['waiting', 'a', 0],
    ['message', 'b', 1],
    ['given', 'c', 0]
  ])
  const own = newsOf([told(with_('a', 'Anna Berg'))], { ...knowing, own: new Set(['a']) })
  expect(own).toEqual([])
})

test('[DP6] entries follow one another without holes; what is missing is asked for, what is known counts once', () => {
  const talk = createTalk('a')
  expect(follow(talk, [said(3), said(4)])).toBe(true)
  expect(follow(talk, [said(4), said(5)])).toBe(true)
  expect(follow(talk, [said(9)])).toBe(false)
  precede(talk, [said(1), said(2), said(3)])
  expect(talk.entries.value.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
})

test('[DP6] what was said is pending until the log holds it, and keeps its place on the screen', () => {
  const talk = createTalk('a')
  follow(talk, [said(1)])
  talk.pending.value = [{ id: 'id_2', verb: 'say', text: 'x', state: { is: 'sending' } }]
  expect(talk.rows.value.map(({ is }) => is)).toEqual(['day', 'said', 'pending'])
  const { key } = talk.rows.value[2] ?? {}
  follow(talk, [said(2, { by: 'agent', name: 'Anna Berg' })])
  expect(talk.rows.value.map(({ is }) => is)).toEqual(['day', 'said', 'said'])
  expect(talk.rows.value[2]?.key).toBe(key)
})

test('[DP7] who types is shown until they stop or have spoken; reading never goes back', () => {
  const talk = createTalk('a')
  act(talk, { kind: 'typing', by: 'visitor', state: 'start' })
  act(talk, { kind: 'typing', by: 'agent', state: 'stop' })
  expect(talk.typing.value).toBe('visitor')
  follow(talk, [said(1)])
  expect(talk.typing.value).toBeUndefined()
  act(talk, { kind: 'seen', seq: 4 })
  act(talk, { kind: 'seen', seq: 2 })
  expect(talk.seen.value).toBe(4)
})

test.each([
  { kind: 'closed' },
  { kind: 'handover', metadata: {}, until: 9 },
  { kind: 'taken', name: 'Ben' },
  { kind: 'handback', why: 'visitor', metadata: {} }
])('[DP7] nobody types on into another turn: $kind', entry => {
  const talk = createTalk('a')
  act(talk, { kind: 'typing', by: 'visitor', state: 'start' })
  follow(talk, [{ seq: 1, at: 1, kind: 'seen' } as unknown as Entry])
  expect(talk.typing.value).toBe('visitor')
  follow(talk, [{ seq: 2, at: 2, ...entry } as Entry])
  expect(talk.typing.value).toBeUndefined()
})

test('[DP10] what was handed back is not there to be handed back once more, though its answer was lost', () => {
  const talk = createTalk('a')
  talk.forBot.value = 'order: L-1'
  follow(talk, [said(1)])
  expect(talk.forBot.value).toBe('order: L-1')
  follow(talk, [{ seq: 2, at: 2, kind: 'handback', why: 'agent', metadata: {} }])
  expect(talk.forBot.value).toBe('')
})

test('[DP8] a note stands under its own name, and never under that of what was said', () => {
  const note = (seq: number): Entry => ({
    seq,
    at: seq * 1_000,
    kind: 'note',
    id: `n${seq}`,
    by: 'Anna',
    text: 'x'
  })
  const agent = { by: 'agent', name: 'Anna' }
  const rows = new Rows().of([said(1, agent), said(2, agent), note(3), note(4), said(5, agent)], [])
  expect(rows.map(row => ('first' in row ? row.first : undefined))).toEqual([
    undefined,
    true,
    false,
    true,
    false,
    true
  ])
})

test('[DP18] what this page does not know yet is shown by nothing, and what was not delivered says so', () => {
  const later = { seq: 2, at: 1, kind: 'later' } as unknown as Entry
  const rows = new Rows().of([said(1), later, { seq: 3, at: 1, kind: 'undelivered', of: 1 }], [])
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatchObject({ is: 'said', lost: true })
})
