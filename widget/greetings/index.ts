import type { Greeting } from '#shared/site.ts'
import type { Stage } from '../stage.ts'
import { draw } from './bubble.ts'
import { createRecord, type Record } from './record.ts'
import { fits } from './rules.ts'

interface Greeted {
  stage: Stage
  signal: AbortSignal
  isOpen(): boolean
  open(): Promise<void>
}

/** Waits for the moment of each greeting, shows one at a time, and none once the visitor came by themselves. */
export function startGreetings({ stage, signal, isOpen, open }: Greeted): void {
  const { settings } = stage
  const record = createRecord(settings.site, !!settings.consent)
  const bubble = draw(stage, signal)
  const began = performance.now()
  const timers = new Set<ReturnType<typeof setTimeout>>()

  function look(): void {
    for (const greeting of settings.greetings ?? []) {
      const after = (greeting.afterSeconds ?? 0) * 1_000 - (performance.now() - began)
      if (after <= 0) greet(greeting)
    }
  }

  function greet(greeting: Greeting): void {
    if (isOpen() || bubble.isShown() || stage.frame.hidden || stage.button.hidden) return
    if (!fits(greeting, here(record)) || !record.mayShow(greeting, Date.now())) return
    record.shown(greeting, Date.now())
    bubble.show(greeting.text, {
      open: () => void open().catch(() => {}),
      close: () => record.closed(greeting)
    })
  }

  for (const { afterSeconds = 0 } of settings.greetings ?? [])
    timers.add(setTimeout(look, afterSeconds * 1_000))
  addEventListener('scroll', look, { signal, passive: true })
  window.navigation?.addEventListener('currententrychange', look, { signal })
  addEventListener('popstate', look, { signal })
  signal.addEventListener('abort', () => timers.forEach(clearTimeout))
}

function here(record: Record) {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement
  const scrolled = scrollHeight > clientHeight ? (scrollTop / (scrollHeight - clientHeight)) * 100 : 100
  return { path: location.pathname, scrolled, returning: record.returning }
}
