import '../styles/operators.css'
import '../styles/timeline.css'
import '../styles/health.css'
import { effect } from '@preact/signals-core'
import type { VNode } from 'preact'
import { createOperatorsRelay } from '../connection/operators.ts'
import type { PagesParts } from '../pages.ts'
import type { KeyDeed } from '../state/keys.ts'
import { createOperators } from '../state/operators/operators.ts'
import { OperatorsPage } from '../ui/operators/page.tsx'
import { createMending } from './mending.ts'
import { createReading } from './reading.ts'
import { createRefreshing } from './refreshing.ts'
import { runPageKey } from './run-page-key.ts'

/** All wiring of the operators' pages, once the first of them is gone to. */
export function startOperators(parts: PagesParts): { draw(): VNode; run(deed: KeyDeed): void } {
  const { desk, deeds, ask, clock } = parts
  const ops = createOperators()
  const relay = createOperatorsRelay(ask)
  const reading = createReading({ desk, deeds, ops, relay })
  const read = () => reading.again()
  const operators = {
    ...createMending(ops, { desk, relay, read }),
    ...reading.deeds
  }
  effect(() => reading.arrive(desk.place.value))

  const isSeen = () => !document.hidden && desk.screen.peek() === 'desk' && reading.refreshes()
  const { touched } = createRefreshing({
    clock,
    isSeen,
    read: () => void read(),
    rest: is => void (ops.isResting.value = is)
  })
  for (const kind of ['keydown', 'pointerdown', 'wheel'])
    document.addEventListener(kind, touched, { capture: true, passive: true })
  document.addEventListener('visibilitychange', () => {
    if (isSeen()) void read()
  })
  return {
    draw: () => <OperatorsPage desk={desk} deeds={deeds} ops={ops} operators={operators} />,
    run: deed => runPageKey({ desk, deeds, ops, operators }, deed)
  }
}
