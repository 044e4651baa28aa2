import { expect, test } from 'vitest'
import { createBrowser } from './play.ts'
import { type Happening, Storm } from './play-storm.ts'

type Short = readonly [what: Happening['what'], tab?: number, ticks?: number]

/** Each: what becomes of which tab, and how much of what follows from it happens before the next. */
async function suffered(...all: readonly Short[]): Promise<Storm> {
  const storm = new Storm()
  for (const [what, tab = 0, ticks = 0] of all) {
    await storm.suffer({ what, tab, ticks })
    storm.look()
  }
  return storm
}

test.each<readonly [string, readonly Short[]]>([
  [
    'what a hidden tab says while nobody leads, and more as another begins to',
    [['opens'], ['opens'], ['hides', 3], ['dies', 0], ['opens', 0, 2], ['says', 0, 1], ['says'], ['says']]
  ],
  [
    'what a leader took along when it died, and what came after',
    [['opens'], ['opens'], ['opens'], ['says', 0, 2], ['says', 2, 1], ['dies'], ['says', 1], ['says', 0]]
  ],
  [
    'what a page left as it went, just before another came back to be alone,',
    [['opens'], ['leaves'], ['opens'], ['says', 1], ['closes', 1], ['returns', 0], ['says', 0]]
  ],
  [
    'what a leader has of a tab and what it was stopped before',
    [
      ['opens', 0, 6],
      ['opens', 0, 6],
      ['says', 0],
      ['says', 0],
      ['says', 1, 1],
      ['says', 1],
      ['freezes', 0, 3],
      ['shows', 1],
      ['second']
    ]
  ],
  [
    'what a tab finds only here in a telling from before',
    [
      ['opens', 0, 6],
      ['opens', 0, 6],
      ['bot', 0, 1],
      ['shows', 1],
      ['says', 1],
      ['freezes', 1, 6],
      ['thaws', 1, 1]
    ]
  ]
])('[TB2] [TB24] %s is said once, in its order', async (_, all) => {
  const storm = await suffered(...all)
  await storm.calm()
  storm.check()
})

test.each([0, 1, 2, 3, 4])(
  '[TB24] the last words of a tab that died %i turns after it came are said by who leads',
  async ticks => {
    const { browser, pages } = await suffered(
      ['opens', 0, 6],
      ['opens', 0, 6],
      ['second'],
      ['second'],
      ['dies', 1, 6]
    )
    expect(pages[0]?.page.connection.leads()).toBe(true)
    const born = browser.open()
    born.connection.say('last words')
    await browser.tick(ticks)
    born.kill()
    await browser.settle()
    await browser.pass(1_000)
    expect(browser.relay.said).toEqual(['last words'])
  }
)

test('[TB3] who takes the lead over has the log that was on the other’s screen', async () => {
  const { browser, pages } = await suffered(
    ['opens', 0, 6],
    ['opens', 0, 6],
    ['dies', 1, 6],
    ['bot', 0, 6],
    ['hides', 0, 6]
  )
  const newcomer = browser.open()
  const seen: string[] = []
  for (let step = 0; step < 40; step += 1) {
    await browser.tick(1)
    if (newcomer.connection.leads()) seen.push(newcomer.texts().join())
    seen.push(pages[0]?.page.texts().join() ?? '')
  }
  expect(newcomer.connection.leads()).toBe(true)
  expect(new Set(seen)).toEqual(new Set(['bot 1']))
})

test('[TB4] who speaks does not wait for a leader that has stopped answering', async () => {
  const { browser, pages } = await suffered(['opens', 0, 6], ['opens', 0, 6])
  pages[0]?.page.freeze()
  pages[1]?.page.connection.say('hello?')
  await browser.settle()
  await browser.pass(1_000)
  expect(browser.relay.said).toEqual(['hello?'])
})

test('[TB5] what another has sent or discarded while a page was away is not sent by it when it is back', async () => {
  const browser = createBrowser()
  const first = browser.open()
  await browser.settle()
  first.connection.say('said and gone')
  first.connection.pause()
  await browser.tick(3)
  const second = browser.open()
  await browser.settle()
  expect(browser.relay.said).toEqual(['said and gone'])
  second.connection.pause()
  await browser.settle()
  first.connection.wake()
  await browser.tick(1)
  expect(first.connection.state().unsent).toEqual([])
})

test('[TB7] a text that only this tab knows of is gone from the screen at once when it is discarded', async () => {
  const { pages } = await suffered(['opens', 0, 6], ['opens', 0, 6])
  pages[0]?.page.freeze()
  const { connection } = pages[1]?.page ?? {}
  const id = connection?.say('never mind')
  expect(connection?.state().unsent).toHaveLength(1)
  connection?.wants({ on: 'discard', id: id as never })
  expect(connection?.state().unsent).toEqual([])
})
