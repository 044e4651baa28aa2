import { expect, test } from 'vitest'
import { check } from './clock.ts'
import { plant } from './plant.ts'
import { repository } from './tree.ts'

test('time, chance, the environment and the console are reached from their homes only', () => {
  expect(check(repository)).toEqual([])
})

test.each([
  ['relay/conversation/a.ts', 'const at = Date.now()', 'Date.now'],
  ['relay/conversation/a.ts', 'const now = Date.now', 'Date.now'],
  ['relay/conversation/a.ts', 'const at = new Date()', 'new Date'],
  ['relay/conversation/a.ts', 'const at = Date()', 'Date'],
  ['relay/http/a.ts', 'const at = performance.now()', 'performance.now'],
  ['relay/outbox/a.ts', 'setTimeout(work, 10)', 'setTimeout'],
  ['relay/outbox/a.ts', 'globalThis.setInterval(work, 10)', 'setInterval'],
  ['relay/outbox/a.ts', 'start({ setTimeout })', 'setTimeout'],
  ['relay/outbox/a.ts', 'start(setTimeout)', 'setTimeout'],
  ['widget/ui/a.tsx', 'window.setTimeout(work, 10)', 'setTimeout'],
  ['widget/state/a.ts', 'const dice = Math.random()', 'Math.random'],
  ['relay/bots/parrot/a.ts', 'const key = process.env.KEY', 'process.env'],
  ['relay/bots/parrot/a.ts', `const key = globalThis.process.env['KEY']`, 'process.env'],
  ['widget/connection/a.ts', 'console.log(1)', 'console']
])('%s: %s is found', (path, text, what) => {
  const said = expect.stringContaining(`${path}:2 uses ${what}; `)
  expect(check(plant({ [path]: `\n${text}` }))).toContainEqual(said)
})

test.each([
  ['relay/lib/clock.ts', 'setTimeout(work, Date.now())'],
  ['relay/config.ts', 'const env = process.env'],
  ['relay/main.ts', 'console.log(process.env.PORT)'],
  ['relay/outbox/a.ts', 'clock.setTimeout(work, 10)'],
  ['relay/outbox/a.ts', 'const clock = { setTimeout: later }'],
  ['relay/outbox/a.ts', 'const at = new Date(entry.at).toISOString()'],
  ['relay/outbox/a.ts', 'let at: Date'],
  ['widget/connection/a.ts', 'setTimeout(work, Math.random())'],
  ['relay/outbox/a.test.ts', 'setTimeout(work, 10)'],
  ['bench/a.ts', 'console.log(Date.now())']
])('%s: %s is fine', (path, text) => {
  expect(check(plant({ [path]: text }))).toEqual([])
})
