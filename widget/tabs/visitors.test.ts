import { expect, test } from 'vitest'
import { createBrowser } from './play.ts'

const proof = (sub: string, of = 1) => `head.${btoa(JSON.stringify({ sub, of }))}.signature`

test('[TB10] one tab says that somebody else is there: no tab keeps what was another’s', async () => {
  const browser = createBrowser()
  const pages = [
    browser.open(true, proof('A')),
    browser.open(true, proof('A', 2)),
    browser.open(true, proof('A', 3))
  ]
  await browser.settle()
  const [first, second] = pages
  browser.relay.cut()
  second?.connection.say('the secret of A')
  await browser.settle()
  expect(first?.connection.state().unsent).toHaveLength(1)
  second?.connection.identify(proof('B'))
  await browser.settle()
  expect(browser.relay.greeted).toEqual([proof('A'), proof('B')])
  for (const page of pages) expect(JSON.stringify(page.connection.state())).not.toContain('secret')
  expect([...browser.storage.keys()]).toEqual([])
  expect([browser.relay.said, browser.relay.sockets()]).toEqual([[], 1])
})

test('[TB10] a newer proof of the same visitor changes nothing, and nothing is lost of what was not sent', async () => {
  const browser = createBrowser()
  const [first, second] = [browser.open(true, proof('A')), browser.open(true, proof('A'))]
  await browser.settle()
  browser.relay.cut()
  second.connection.say('still mine')
  second.connection.identify(proof('A', 2))
  await browser.settle()
  first.connection.wake()
  await browser.settle()
  expect(browser.relay.greeted).toEqual([proof('A'), proof('A', 2)])
  expect([first.texts(), second.texts()]).toEqual([['still mine'], ['still mine']])
})

test('[TB10] a tab that has not met another yet is told who is there by that one’s first word', async () => {
  const browser = createBrowser()
  const first = browser.open(true, proof('A'))
  await browser.settle()
  const second = browser.open(true, proof('A'))
  second.connection.identify(undefined)
  await browser.settle()
  expect(browser.relay.greeted).toEqual([proof('A'), undefined])
  expect([first, second].filter(({ connection }) => connection.leads())).toHaveLength(1)
})

test('[TB9] what another tab led long ago is history to one that comes', async () => {
  const browser = createBrowser()
  browser.open()
  await browser.settle()
  browser.relay.botSays('one')
  browser.relay.botSays('two')
  await browser.settle()
  const second = browser.open()
  await browser.settle()
  expect(second.texts()).toEqual(['one', 'two'])
  expect(second.connection.state().view.head).toBe(3)
})

test('[TB10] who signs out and was never named leaves nothing either, in any tab', async () => {
  const browser = createBrowser()
  const pages = [browser.open(), browser.open()]
  await browser.settle()
  browser.relay.cut()
  pages[1]?.connection.say('a secret')
  await browser.settle()
  pages[1]?.connection.identify(undefined)
  await browser.settle()
  expect([...browser.storage.keys()]).toHaveLength(1)
  pages[1]?.connection.identify(undefined, true)
  await browser.settle()
  for (const page of pages) expect(JSON.stringify(page.connection.state())).not.toContain('secret')
  expect([...browser.storage.keys()]).toEqual([])
  expect([browser.relay.said, browser.relay.sockets(), browser.relay.greeted]).toEqual([
    [],
    1,
    [undefined, undefined]
  ])
})

test('[TB10] whoever is there finds the draft that is theirs, from the start', () => {
  const storage = new Map([
    ['footbridge:shop:draft', 'of nobody known'],
    ['footbridge:shop:as:A:draft', 'of A']
  ])
  const browser = createBrowser(storage)
  expect(browser.open(true, proof('A')).drafts).toEqual(['of A'])
  expect(browser.open().drafts).toEqual(['of nobody known'])
})

test('[TB10] who is named by the website does not find what somebody else has not sent', async () => {
  const browser = createBrowser()
  const nobody = browser.open()
  nobody.connection.say('from nobody')
  await browser.tick(1)
  const named = browser.open(true, proof('A'))
  expect(named.connection.state().unsent).toEqual([])
  expect(browser.open().connection.state().unsent).toHaveLength(1)
})
