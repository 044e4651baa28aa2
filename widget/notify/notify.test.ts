import { expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { initial, type Line, type View } from '../connection/state.ts'
import { newestOf, readChoice, wasTold, writeChoice } from '../state/notify.ts'
import { createTitleBadge } from './title.ts'

test('[TB12] the title tells how many are unread, and is the page’s own again to the letter', () => {
  const page = { title: '(1) odd  title ' }
  const badge = createTitleBadge(page)
  badge.show(2)
  expect(page.title).toBe('(2) (1) odd  title ')
  badge.show(3)
  expect(page.title).toBe('(3) (1) odd  title ')
  badge.show(0)
  expect(page.title).toBe('(1) odd  title ')
})

test('[TB12] a page that changes its title meanwhile keeps that one', () => {
  const page = { title: 'Home' }
  const badge = createTitleBadge(page)
  badge.show(2)
  page.title = 'Basket'
  badge.look()
  expect(page.title).toBe('(2) Basket')
  page.title = 'Paid'
  badge.show(0)
  expect(page.title).toBe('Paid')
})

test('[TB12] two widgets on one page tell of their messages together, and neither chases the other', () => {
  const page = { title: 'Home' }
  const [one, other, twin] = [
    createTitleBadge(page, 'shop'),
    createTitleBadge(page, 'help'),
    createTitleBadge(page, 'help')
  ]
  one.show(2)
  other.show(1)
  twin.show(1)
  // As their observers do: both look after every change, until nothing changes any more.
  for (let turn = 0; turn < 5; turn += 1) for (const badge of [one, other]) badge.look()
  expect(page.title).toBe('(3) Home')
  page.title = 'Basket'
  for (const badge of [one, other]) badge.look()
  expect(page.title).toBe('(3) Basket')
  one.show(0)
  expect(page.title).toBe('(1) Basket')
  other.show(0)
  twin.show(0)
  expect(page.title).toBe('Basket')
})

test('[TB12] a page that never leaves its title alone has the last word', () => {
  const page = { title: 'Home' }
  const badge = createTitleBadge(page)
  badge.show(1)
  let turns = 0
  for (let before = ''; before !== page.title && turns < 1_000; turns += 1) {
    page.title = `! ${page.title}`
    before = page.title
    badge.look()
  }
  expect(turns).toBeLessThan(1_000)
})

test('[TB13] sound and notifications are off unless they were chosen', () => {
  expect(readChoice('')).toEqual({ sound: false, notify: false })
  expect(readChoice('sound')).toEqual({ sound: true, notify: false })
})

test('[TB15] what was chosen is read as it was written', () => {
  for (const sound of [true, false])
    for (const notify of [true, false])
      expect(readChoice(writeChoice({ sound, notify }))).toEqual({ sound, notify })
})

const view = (conversation: ConversationId, lines: readonly Line[]): View => ({
  ...initial([]).view,
  epoch: 'e1',
  conversation,
  lines
})
const said = (by: 'visitor' | 'bot', seq: number): Line =>
  ({ kind: 'message', by, seq, at: seq, content: { kind: 'text', text: 'Hello' } }) as Line

test('[TB16] a message is told once, by whichever tab: the next one is another, an older one is not', () => {
  const one = 'cv_one' as ConversationId
  const first = newestOf(view(one, [said('bot', 2), said('visitor', 3)])) ?? ''
  const next = newestOf(view(one, [said('bot', 2), said('visitor', 3), said('bot', 10)])) ?? ''
  const elsewhere = newestOf(view('cv_two' as ConversationId, [said('bot', 1)])) ?? ''
  expect(newestOf(view(one, [said('visitor', 3)]))).toBeUndefined()
  expect(wasTold(first, '')).toBe(false)
  expect(wasTold(first, first)).toBe(true)
  expect(wasTold(next, first)).toBe(false)
  expect(wasTold(first, next)).toBe(true)
  expect(wasTold(elsewhere, next)).toBe(false)
  expect(wasTold(first, 'nonsense from anybody’s script')).toBe(false)
})
