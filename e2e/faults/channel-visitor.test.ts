import { expect, test } from 'vitest'
import { answersTo } from './canary.ts'
import { ChannelVisitor, type Talk } from './channel-visitor.ts'
import type { Random } from './random.ts'
import type { Line } from './records.ts'

/** Never pauses, says as much as it may at once, and never waits for answers where it may go on. */
const hasty: Random = {
  next: () => 0,
  int: (min, max) => (max <= 2 ? max : min),
  chance: () => false,
  pick: weighed => {
    const [first] = weighed
    if (!first) throw new Error('nothing to pick from')
    return first[0]
  },
  fork: () => hasty
}

/** What was said at once, each time, when all but `unanswered` is answered; and whether the visitor was finished. */
async function talk({
  atOnce,
  mayGoOn,
  unanswered
}: Pick<Talk, 'atOnce' | 'mayGoOn'> & { unanswered: string }) {
  const said: (readonly string[])[] = []
  const lines: Line[] = []
  const off = new AbortController()
  const there: Talk = {
    channel: 'channels/care',
    atOnce,
    mayGoOn,
    address: () => 't1',
    lines: () => lines,
    say(texts) {
      said.push(texts)
      for (const text of texts) {
        const answers = text === unanswered ? [] : answersTo(text)
        for (const one of [text, ...answers])
          lines.push({
            seq: lines.length + 1,
            at: 0,
            kind: 'message',
            by: undefined,
            id: undefined,
            text: one
          })
      }
      if (texts.includes(unanswered)) setImmediate(() => off.abort())
    }
  }
  const visitor = new ChannelVisitor({ visitor: 1, talk: there, messages: 5, thinkMs: 0, random: hasty })
  await visitor.live(off.signal)
  return { said, finished: visitor.finished }
}

test('[X15] a visitor waits for answers where what is said next could come first', async () => {
  const { said, finished } = await talk({ atOnce: 1, mayGoOn: () => false, unanswered: 'c1:2' })
  expect(said).toEqual([['c1:1'], ['c1:2']])
  expect(finished).toBe(false)
})

test('[X15] a visitor goes on without answers where the order is promised', async () => {
  const { said } = await talk({ atOnce: 1, mayGoOn: () => true, unanswered: 'c1:5' })
  expect(said.flat()).toEqual(['c1:1', 'c1:2', 'c1:3', 'c1:4', 'c1:5'])
})

test('[X15] no more is said at once than is told in its order, and whoever is answered is finished', async () => {
  const { said, finished } = await talk({ atOnce: 2, mayGoOn: () => false, unanswered: 'none' })
  expect(said).toEqual([['c1:1', 'c1:2'], ['c1:3', 'c1:4'], ['c1:5']])
  expect(finished).toBe(true)
})
