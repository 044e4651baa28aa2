import '../styles/operators.css'
import '../styles/timeline.css'
import '../styles/health.css'
import '../styles/records.css'
import '../styles/subscriptions.css'
import { effect } from '@preact/signals-core'
import type { VNode } from 'preact'
import { createOperatorsRelay } from '../connection/operators.ts'
import type { PagesParts } from '../pages.ts'
import type { Press } from '../state/keys.ts'
import { pageDeedOf } from '../state/operators/keys.ts'
import { createOperators } from '../state/operators/operators.ts'
import { PagesNav } from '../ui/operators/nav.tsx'
import { OperatorsPage } from '../ui/operators/page.tsx'
import { PageKeys } from '../ui/operators/page-keys.tsx'
import { createMending } from './mending.ts'
import { createReading } from './reading.ts'
import { createRefreshing } from './refreshing.ts'
import { runPageKey } from './run-page-key.ts'

interface Started {
  draw(): VNode
  nav(): VNode
  keys(): VNode
  /** Whether the key was one of these pages'. */
  run(press: Press): boolean
}

/** All wiring of the operators' pages, once an operator has come in. */
export function startOperators(parts: PagesParts): Started {
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
  const given = { desk, deeds, ops, operators }
  return {
    draw: () => <OperatorsPage {...given} />,
    nav: () => <PagesNav desk={desk} />,
    keys: () => <PageKeys />,
    run(press) {
      const deed = pageDeedOf(press, desk.place.peek().page !== 'desk')
      if (deed) runPageKey(given, deed)
      return deed !== undefined
    }
  }
}
