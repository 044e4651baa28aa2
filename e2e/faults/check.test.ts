import { expect, test } from 'vitest'
import { answersTo, textOf } from './canary.ts'
import { check, type Evidence } from './check.ts'
import type { CheckName, Dead, Line, TalkRecord, VisitorRecord } from './records.ts'

/** Visitor 1 said two texts, and all went well. */
function world(): Evidence & { visitors: VisitorRecord[]; log: Line[] } {
  const said = new Map([1, 2].map(n => [`id-of-${n}`, textOf(1, n)]))
  const texts: [by: string, text: string][] = [
    ['bot', 'hi:cv1'],
    ...[...said.values()].flatMap((text): [string, string][] => [
      ['visitor', text],
      ...answersTo(text).map((answer): [string, string] => ['bot', answer])
    ])
  ]
  const opened = { seq: 1, at: 5, kind: 'opened', by: undefined, id: undefined, text: undefined }
  const ids = new Map([...said].map(([id, text]) => [text, id]))
  const messages = texts.map(([by, text], i) => ({
    seq: i + 2,
    at: 5,
    kind: 'message',
    by,
    id: ids.get(text),
    text
  }))
  const log: Line[] = [opened, ...messages]
  const view = { conversation: 'c', epoch: 'e', lines: log }
  return {
    log,
    stored: { logs: new Map([['c', log]]), addresses: new Map(), owed: 0, dead: [] },
    visitors: [
      {
        visitor: 1,
        said,
        acknowledged: new Set(said.keys()),
        views: [{ ...view, lines: log.slice(0, 3) }],
        last: [view, view],
        failed: [],
        finished: true,
        findings: []
      }
    ],
    talks: [],
    elsewhere: [],
    bot: {
      taken: log.flatMap(({ by, text }) => (by === 'bot' ? (text ?? []) : [])),
      unacknowledged: [],
      findings: []
    },
    faults: []
  }
}

const names = (evidence: Evidence): CheckName[] => [...new Set(check(evidence).map(finding => finding.check))]

/** The same with another log; the views are as the log is. */
function withLog(change: (log: Line[]) => Line[]): Evidence {
  const { log, ...rest } = world()
  const lines = change(log.map(line => ({ ...line }))).map((line, i) => ({ ...line, seq: i + 1 }))
  const view = { conversation: 'c', epoch: 'e', lines }
  const [visitor] = rest.visitors
  if (!visitor) throw new Error('nobody')
  return {
    ...rest,
    stored: { ...rest.stored, logs: new Map([['c', lines]]) },
    visitors: [{ ...visitor, views: [], last: [view, view] }]
  }
}

/** The same with another record of the visitor. */
function withVisitor(change: Partial<VisitorRecord>): Evidence {
  const { visitors, ...rest } = world()
  return { ...rest, visitors: visitors.map(visitor => ({ ...visitor, ...change })) }
}

const textIs = (text: string) => (line: Line) => line.text === text

const deadTo = (destination: string, seq: number): Dead => ({
  destination,
  conversation: 'c',
  seq,
  reason: 'refused'
})

/** The second text was given up on at this destination; its visitor was told, or not. */
function givenUp(destination: string, change: (log: Line[]) => Line[] = log => log): Evidence {
  const { log } = world()
  const [seq = 0] = log.flatMap(line => (textIs('c1:2')(line) ? line.seq : []))
  const told = { seq: 0, at: 5, kind: 'undelivered', by: undefined, id: undefined, text: undefined, of: seq }
  const evidence = withLog(all => change([...all.filter(line => !answersSecond(line)), told]))
  return {
    ...evidence,
    bot: { ...evidence.bot, taken: [] },
    stored: { ...evidence.stored, dead: [deadTo(destination, seq)] }
  }
}

const answersSecond = ({ text }: Line): boolean => text?.startsWith('re:c1:2') ?? false

/** The same conversation on a channel, which shows this much of it. */
function onChannel(change: (shown: Line[]) => Line[], kept?: (log: Line[]) => Line[]): Evidence {
  const { stored, visitors: _, ...rest } = kept ? withLog(kept) : world()
  const shown = change(world().log.filter(({ kind }) => kind === 'message'))
  const lines = shown.map((line, i) => ({ ...line, seq: i + 1 }))
  const talk: TalkRecord = { visitor: 1, channel: 'channels/care', address: 't1', lines, finished: true }
  const addresses = new Map([['channels/care t1', 'c']])
  return {
    ...rest,
    bot: { ...rest.bot, taken: [] },
    visitors: [],
    talks: [talk],
    stored: { ...stored, addresses }
  }
}

test('nothing is found where nothing is wrong', () => {
  expect(check(world())).toEqual([])
})

test('[X4] a text that was acknowledged and is in no log is lost', () => {
  expect(names(withLog(log => log.filter(({ text }) => text !== 'c1:2')))).toContain('lost')
})

test('[X4] what the bot had answered 200 and is in no log is lost', () => {
  const { bot } = world()
  expect(names({ ...world(), bot: { ...bot, taken: [...bot.taken, 're:c1:2/9'] } })).toEqual(['lost'])
})

test('[X4] a text that was never acknowledged, and a visitor who is not finished, are unfinished', () => {
  const { said } = world().visitors[0] ?? { said: new Map() }
  const more = new Map([...said, ['id-of-3', 'c1:3']])
  expect(names(withVisitor({ said: more }))).toEqual(['unfinished'])
  expect(names(withVisitor({ finished: false }))).toEqual(['unfinished'])
})

test.each([
  ['a text', 'c1:1'],
  ['an answer', 're:c1:1/1'],
  ['a greeting', 'hi:cv1']
])('[X5] %s that is twice in a log is doubled', (_, text) => {
  const evidence = withLog(log => log.flatMap(line => (textIs(text)(line) ? [line, line] : [line])))
  expect(names(evidence)).toEqual(['doubled'])
})

test('[X6] texts, and answers, in another order than they were said are reordered', () => {
  const swap = (a: string, b: string) =>
    withLog(log => {
      const other = new Map([
        [a, log.find(textIs(b))],
        [b, log.find(textIs(a))]
      ])
      return log.map(line => other.get(line.text ?? '') ?? line)
    })
  expect(names(swap('c1:1', 'c1:2'))).toContain('reordered')
  expect(names(swap('c1:2', 're:c1:2/1'))).toContain('reordered')
  expect(names(swap('re:c1:1/1', 're:c1:2/1'))).toContain('reordered')
})

test('[X7] a hole in a log or in a view is a gap', () => {
  const { log, stored, ...rest } = world()
  const holed = log.filter(({ seq }) => seq !== 3)
  expect(names({ ...rest, stored: { ...stored, logs: new Map([['c', holed]]) } })).toContain('gaps')
  expect(names(withVisitor({ views: [{ conversation: 'c', epoch: 'e', lines: holed }] }))).toContain('gaps')
})

test('[X8] a view that is not the beginning of the log is divergent', () => {
  const { log } = world()
  const view = { conversation: 'c', epoch: 'e', lines: log }
  const changed = log.map(line => ({ ...line, at: line.at + 1 }))
  expect(names(withVisitor({ views: [{ ...view, lines: changed }] }))).toEqual(['divergent'])
  expect(names(withVisitor({ last: [view, { ...view, lines: log.slice(0, -1) }] }))).toEqual(['divergent'])
  expect(names(withVisitor({ views: [{ ...view, epoch: 'another' }] }))).toEqual(['divergent'])
})

test('[X9] a text without its answers, and a message without its acknowledgement, are counted', () => {
  expect(names(withLog(log => log.filter(line => !textIs('re:c1:2/1')(line))))).toContain('unanswered')
  expect(names(withLog(log => log.filter(line => !textIs('hi:cv1')(line))))).toContain('unanswered')
  const bot = { ...world().bot, unacknowledged: ['re:c1:2/1'] }
  expect(names({ ...world(), bot })).toEqual(['unacknowledged'])
})

test("[X10] another visitor's text in a log or in a view is foreign", () => {
  const foreign = (log: Line[]) => [
    ...log,
    ...log.slice(-1).map(line => ({ ...line, text: 'c2:1', id: 'other-id' }))
  ]
  expect(names(withLog(foreign))).toContain('foreign')
  const { log } = world()
  const view = { conversation: 'c', epoch: 'e', lines: foreign(log) }
  expect(names(withVisitor({ views: [view] }))).toContain('foreign')
})

test('what is refused, still owed or dead, and what the process did, are counted', () => {
  const { stored } = world()
  expect(names(withVisitor({ failed: ['id-of-1 conflict'] }))).toEqual(['refused'])
  expect(names({ ...world(), stored: { ...stored, owed: 1 } })).toEqual(['owed'])
  expect(names({ ...world(), stored: { ...stored, dead: [deadTo('bots/echo', 3)] } })).toEqual(['owed'])
  expect(names({ ...world(), elsewhere: [{ check: 'faults', what: 'at LiveChat' }] })).toEqual(['faults'])
  expect(names({ ...world(), faults: ['the relay ended by itself'] })).toEqual(['faults'])
})

test('[X13] a text that was given up on is excused where no call is made twice, if its visitor was told', () => {
  expect(names(givenUp('bots/ebbot'))).toEqual([])
  expect(names(givenUp('bots/echo'))).toEqual(['unanswered', 'owed'])
  const untold = givenUp('bots/ebbot', log => log.filter(({ kind }) => kind !== 'undelivered'))
  expect(names(untold)).toEqual(['unanswered', 'owed'])
})

test('[X13] what was given up on is told once, and is not answered all the same', () => {
  const { log } = world()
  const toldAgain = (all: Line[]) => [...all, ...all.filter(({ kind }) => kind === 'undelivered')]
  expect(names(givenUp('bots/ebbot', toldAgain))).toEqual(['doubled'])
  const answered = (all: Line[]) => [...all, ...log.filter(answersSecond)]
  expect(names(givenUp('bots/ebbot', answered))).toEqual(['divergent'])
})

test('[X13] a start that was given up on greets nobody, and is the only dead letter without a word of it', () => {
  const evidence = withLog(log => log.filter(line => !textIs('hi:cv1')(line)))
  const silent = { ...evidence, bot: { ...evidence.bot, taken: [] } }
  const dead = (destination: string) => ({ ...silent.stored, dead: [deadTo(destination, 1)] })
  expect(names({ ...silent, stored: dead('bots/ebbot') })).toEqual([])
  expect(names({ ...silent, stored: dead('bots/echo') })).toEqual(['unanswered', 'owed'])
})

test('[X14] a conversation on a channel is checked as its platform shows it', () => {
  expect(names(onChannel(shown => shown))).toEqual([])
  expect(names(onChannel(shown => shown.filter(line => !textIs('re:c1:2/1')(line))))).toEqual(['unanswered'])
  expect(names(onChannel(shown => [...shown, ...shown.filter(textIs('re:c1:1/1'))]))).toContain('doubled')
  expect(names(onChannel(shown => shown.toReversed()))).toContain('reordered')
  expect(
    names(
      onChannel(shown => [
        ...shown,
        ...shown.slice(0, 1).map(line => ({ ...line, id: 'x', text: 're:c2:1/1' }))
      ])
    )
  ).toContain('foreign')
})

test('[X14] what its visitor said on a channel and is in no log is lost, and whoever is not finished is counted', () => {
  const kept = (log: Line[]) => log.filter(line => !textIs('c1:2')(line) && !answersSecond(line))
  expect(names(onChannel(shown => shown, kept))).toEqual(['lost'])
  const evidence = onChannel(shown => shown)
  expect(names({ ...evidence, talks: evidence.talks.map(talk => ({ ...talk, finished: false })) })).toEqual([
    'unfinished'
  ])
})

test('[X14] a log that belongs to nobody on its channel is foreign', () => {
  const { stored, ...rest } = onChannel(shown => shown)
  expect(names({ ...rest, stored: { ...stored, addresses: new Map() } })).toContain('foreign')
})
