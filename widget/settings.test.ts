import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('[W40] the script tag says which site this is, and its own address where the relay is', () => {
  const script = { src: 'https://chat.example/widget.js', dataset: { site: 'shop', title: 'Ask us' } }
  expect(readSettings(script)).toEqual({ src: script.src, site: 'shop', title: 'Ask us' })
})
