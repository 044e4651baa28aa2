import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('[W40] the script tag says which site this is, and its own address where the relay is', () => {
  const script = { src: 'https://chat.example/widget.js', dataset: { site: 'shop', title: 'Ask us' } }
  expect(readSettings(script)).toEqual({ src: script.src, site: 'shop', title: 'Ask us' })
})

test('[W40] a pinned script knows where its relay is', () => {
  const script = { src: 'https://chat.example/of/us/assets/widget-rK7YozSx.js', dataset: { site: 'shop' } }
  expect(new URL('ws', readSettings(script).src).href).toBe('https://chat.example/of/us/ws')
})
