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
