import { setTimeout as sleep } from 'node:timers/promises'
import { quantile } from './numbers.ts'
import { cpuUs } from './process.ts'
import type { Visitor } from './visitor.ts'

/** Visitors whose answers go to whoever asks at the moment. */
export interface Crowd {
  visitors: readonly Visitor[]
  /** Called with each answer of the bot, and the number of the visitor who got it. */
  listen(heard: (text: string, index: number) => void): void
}

export interface Load {
  relayPid: number
  warmSeconds: number
  seconds: number
}

/** Until then code is still being compiled. On a busy machine that takes longer than the warm-up. */
const warmAnswers = 10_000
const warmAtMostMs = 20_000

const words = 'hello, I would like to know where my order is and when it will come'

/** Everybody says something as soon as the answer is there: how many round trips a second come of it? */
export async function saturate(crowd: Crowd, { relayPid, warmSeconds, seconds }: Load) {
  let said = 0
  let answered = 0
  let over = false
  const say = (index: number) => {
    said += 1
    crowd.visitors[index]?.say(`${said} ${words}`)
  }
  crowd.listen((_, index) => {
    answered += 1
    if (!over) say(index)
  })
  crowd.visitors.forEach((_, index) => say(index))
  await sleep(warmSeconds * 1_000)
  for (let ms = 0; ms < warmAtMostMs && answered < warmAnswers; ms += 100) await sleep(100)
  const before = { answered, at: performance.now(), cpu: cpuUs(relayPid) }
  await sleep(seconds * 1_000)
  const count = answered - before.answered
  const perSecond = (count * 1_000) / (performance.now() - before.at)
  const cpuUsEach = (cpuUs(relayPid) - before.cpu) / count
  over = true
  await sleep(500)
  return { perSecond, cpuUsEach, unanswered: said - answered }
}

/** So many a second, whatever comes back. The time counts from when a text should have gone out. */
export async function pace(crowd: Crowd, rate: number, { relayPid, warmSeconds, seconds }: Load) {
  const waiting = new Map<string, number>()
  const tookMs: number[] = []
  const began = performance.now()
  const measureFrom = began + warmSeconds * 1_000
  crowd.listen(text => {
    const due = waiting.get(text)
    waiting.delete(text)
    if (due !== undefined && due >= measureFrom) tookMs.push(performance.now() - due)
  })
  const total = rate * (warmSeconds + seconds)
  let cpu = 0
  for (let said = 0; said < total; ) {
    const due = began + (said * 1_000) / rate
    const early = due - performance.now()
    if (early > 0) await sleep(Math.max(1, early))
    if (cpu === 0 && due >= measureFrom) cpu = cpuUs(relayPid)
    const text = `${said} ${words}`
    waiting.set(text, due)
    crowd.visitors[said % crowd.visitors.length]?.say(text)
    said += 1
  }
  const cpuUsEach = (cpuUs(relayPid) - cpu) / (rate * seconds)
  for (let i = 0; i < 50 && waiting.size > 0; i += 1) await sleep(100)
  const p50 = quantile(tookMs, 0.5)
  const p99 = quantile(tookMs, 0.99)
  return { p50, p99, max: Math.max(...tookMs), cpuUsEach, unanswered: waiting.size }
}
