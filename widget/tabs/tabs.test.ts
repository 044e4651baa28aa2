import { expect, test } from 'vitest'
import { createBrowser, type FakePage } from './play.ts'

const live = (page: FakePage) => page.connection.state().link.is === 'live'
const leaders = (...pages: FakePage[]) => pages.map(page => page.connection.leads())

async function fiveTabs() {
  const browser = createBrowser()
  const pages: FakePage[] = []
  for (let n = 0; n < 5; n += 1) {
    pages.push(browser.open())
    await browser.settle()
  }
  const [first, second, third, fourth, fifth] = pages
  if (!first || !second || !third || !fourth || !fifth) throw new Error('five tabs')
  return { browser, pages, first, second, third, fourth, fifth }
}

test('[TB1] five tabs have one socket, and the same log', async () => {
  const { browser, pages, first, third } = await fiveTabs()
  first.connection.say('from the first')
  third.connection.say('from the third')
  browser.relay.botSays('from the bot')
  await browser.settle()
  expect([browser.relay.opened(), browser.relay.sockets()]).toEqual([1, 1])
  for (const page of pages) {
    expect(page.texts().sort()).toEqual(['from the bot', 'from the first', 'from the third'])
    expect(page.texts()).toEqual(first.texts())
    expect(live(page)).toBe(true)
    expect(page.connection.state().unsent).toEqual([])
  }
})

test('[FI66] a file that a tab without the socket says goes out once, with the name it has until its entry comes', async () => {
  const { browser, first, second } = await fiveTabs()
  second.connection.queue({ type: 'file', file: 'f1' }, 'a.png')
  expect(second.connection.state().unsent.map(({ text }) => text)).toEqual(['a.png'])
  second.connection.say('and words')
  await browser.settle()
  expect(browser.relay.said).toEqual(['f1', 'and words'])
  for (const { connection } of [first, second]) expect(connection.state().unsent).toEqual([])
})

test('[TB2] the leader is killed: another tab goes on at once, with what nobody has acknowledged', async () => {
  const { browser, pages, first, second } = await fiveTabs()
  second.connection.say('one')
  second.connection.say('two')
  first.connection.say('three')
  first.kill()
  second.connection.say('four')
  await browser.settle()
  expect(browser.relay.said).toContain('four')
  // Storage tells of the last words of the dead a little later than the lock does of its death.
  await browser.pass(1_000)
  expect(browser.relay.sockets()).toBe(1)
  expect(browser.relay.said.slice().sort()).toEqual(['four', 'one', 'three', 'two'])
  const own = second.texts().filter(text => text !== 'three')
  expect(own).toEqual(['one', 'two', 'four'])
  for (const page of pages.slice(1)) expect(page.texts()).toEqual(second.texts())
})

test('[TB3] a tab that is looked at takes the lead from one that is hidden, without a second socket', async () => {
  const browser = createBrowser()
  const [first, hidden] = [browser.open(), browser.open(false)]
  await browser.settle()
  first.setVisible(false)
  const third = browser.open()
  await browser.settle()
  await browser.settle()
  expect(leaders(first, hidden, third)).toEqual([false, false, true])
  expect([browser.relay.opened(), browser.relay.sockets()]).toEqual([2, 1])
  first.connection.say('still here')
  await browser.settle()
  expect(third.texts()).toEqual(['still here'])
})

test('[TB3] a leader that is hidden while another tab is looked at hands over', async () => {
  const browser = createBrowser()
  const [first, second] = [browser.open(), browser.open()]
  await browser.settle()
  first.setVisible(false)
  await browser.settle()
  expect(leaders(first, second)).toEqual([false, true])
})

test('[TB3] the lead goes to nobody who is gone: who let go of it takes it back', async () => {
  const browser = createBrowser()
  const [first, second] = [browser.open(), browser.open()]
  await browser.settle()
  first.setVisible(false)
  second.kill()
  await browser.pass(1_000)
  expect([leaders(first), browser.relay.sockets()]).toEqual([[true], 1])
})

test('[TB4] a leader that is frozen is not waited for', async () => {
  const browser = createBrowser()
  const [first, second] = [browser.open(), browser.open(false)]
  await browser.settle()
  first.freeze()
  second.setVisible(true)
  second.connection.say('hello?')
  await browser.pass(1_000)
  expect([second.connection.leads(), browser.relay.said]).toEqual([true, ['hello?']])
  first.thaw()
  await browser.settle()
  await browser.pass(1_000)
  expect([leaders(first, second), first.texts(), browser.relay.sockets()]).toEqual([
    [false, true],
    ['hello?'],
    1
  ])
})

test('[TB5] a page on its way out lets go of lock and channel, and takes part again when it is back', async () => {
  const browser = createBrowser()
  const [first, second] = [browser.open(), browser.open()]
  await browser.settle()
  first.connection.pause()
  await browser.settle()
  expect([second.connection.leads(), browser.relay.sockets()]).toEqual([true, 1])
  second.connection.say('while it was away')
  await browser.settle()
  expect(first.texts()).toEqual([])
  first.connection.wake()
  await browser.settle()
  expect([first.texts(), browser.relay.sockets()]).toEqual([['while it was away'], 1])
})

test('[TB6] what makes no sense on the channel changes nothing', async () => {
  const { browser, pages, first } = await fiveTabs()
  first.connection.say('sense')
  await browser.settle()
  const at = { term: 'x', count: 1 }
  for (const message of [
    null,
    7,
    'whole',
    { is: 'no such' },
    { is: 'whole', at, state: {} },
    { is: 'whole', at, state: { link: { is: 'live' }, view: { lines: [null] } } },
    { is: 'change', at, change: { state: {}, view: { lines: 7 } } },
    { is: 'do', event: { on: 'opened', socket: 1 } },
    { is: 'do', event: { on: 'say', item: { text: 7 } } }
  ])
    browser.shout(message)
  await browser.settle()
  for (const page of pages) expect([page.texts(), live(page)]).toEqual([['sense'], true])
})

test('[TB7] what is typed and seen in any tab is told once, by the one with the socket', async () => {
  const { browser, first, fifth } = await fiveTabs()
  browser.relay.botSays('look')
  await browser.settle()
  fifth.connection.seen(2)
  await browser.settle()
  expect(first.connection.state().seen.here).toBe(2)
  fifth.connection.key()
  await browser.settle()
  expect(first.connection.state().fingers.told).toBe(true)
})
