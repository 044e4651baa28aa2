import { expect, test } from 'vitest'
import { readChoice } from '../state/notify.ts'
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
  expect(readChoice('')).toEqual({ sound: false, system: false })
  expect(readChoice('sound')).toEqual({ sound: true, system: false })
  expect(readChoice('sound system')).toEqual({ sound: true, system: true })
})
