import { expect, test } from 'vitest'
import type { Environment } from './environment.ts'
import { createTimers } from './timers.ts'

/** Time goes by as it is told. */
function clock() {
  let now = 0
  const due = new Map<object, { at: number; run(): void }>()
  const after: Environment['after'] = (ms, run) => {
    const key = {}
    due.set(key, { at: now + ms, run })
    return () => due.delete(key)
  }
  const go = (ms: number) => {
    now += ms
    for (const [key, { at, run }] of due) if (at <= now && due.delete(key)) run()
  }
  return { after, go }
}

test('[W13] a relay that is asked again and again, and answers nothing, has no more time to answer', () => {
  const { after, go } = clock()
  const timers = createTimers<'pong' | 'ping'>({ after } as Environment)
  const rung: string[] = []
  const start = (name: 'pong' | 'ping') => timers.start(name, 10, () => void rung.push(name))
  start('pong')
  start('ping')
  go(6)
  start('pong')
  start('ping')
  go(6)
  expect(rung).toEqual(['pong'])
  start('pong')
  timers.stop('pong')
  go(4)
  start('pong')
  go(6)
  expect(rung).toEqual(['pong', 'ping'])
  go(4)
  expect(rung).toEqual(['pong', 'ping', 'pong'])
})
