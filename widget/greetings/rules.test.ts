import { expect, test } from 'vitest'
import { fits, mayShow } from './rules.ts'

const greeting = { id: 'help', text: 'Can we help?' }
const here = { path: '/shop/lamps', scrolled: 30, returning: false }
const hour = 3_600_000

test('[D9] a greeting comes on its pages, so far down, and to those whom it is for', () => {
  expect(fits(greeting, here)).toBe(true)
  expect(fits({ ...greeting, pages: ['^/help$', '^/shop/'] }, here)).toBe(true)
  expect(fits({ ...greeting, pages: ['^/help$'] }, here)).toBe(false)
  expect(fits({ ...greeting, scrolled: 31 }, here)).toBe(false)
  expect(fits({ ...greeting, returning: true }, here)).toBe(false)
  expect(fits({ ...greeting, returning: false }, here)).toBe(true)
})

test('[D9] it comes again only after so long, and never once it was closed', () => {
  const often = { ...greeting, everyHours: 2 }
  expect(mayShow(often, {}, 0)).toBe(true)
  expect(mayShow(often, { help: { at: 0 } }, hour)).toBe(false)
  expect(mayShow(often, { help: { at: 0 } }, 2 * hour)).toBe(true)
  expect(mayShow(often, { help: { at: 0, closed: true } }, 100 * hour)).toBe(false)
  expect(mayShow(greeting, { help: { at: 0 } }, 100 * hour)).toBe(false)
})
