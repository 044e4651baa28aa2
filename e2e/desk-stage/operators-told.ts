import type { Page } from '@playwright/test'
import type {
  CallTold,
  DeadLetter,
  Found,
  HealthTold,
  LineTold,
  Minutes,
  Summary
} from '../../console/contract.ts'
import type { DeedTold, SiteRetention } from '../../console/records-contract.ts'
import type { Delivered, Subscription } from '../../console/subscriptions-contract.ts'

const at = Date.UTC(2026, 10, 20, 9)

const summaryOf = (text: string, nth: number): Summary => ({
  id: `cv_${nth}`,
  site: text,
  bot: text,
  phase: 'agent',
  head: 1,
  openedAt: at,
  at,
  named: { name: text, email: text },
  page: { url: text, title: text },
  preview: text,
  agent: { name: text }
})

const lineOf = (text: string, nth: number): LineTold => ({
  seq: nth + 1,
  at,
  kind: text,
  by: text,
  text,
  committedAt: at,
  deliveries: [
    {
      id: nth,
      destination: text,
      owedAt: at,
      state: 'dropped',
      settledAt: at,
      reason: text,
      dropped: { at, why: text },
      attempts: [{ at, tookMs: 1, outcome: 'refused', status: 400, reason: text }]
    }
  ]
})

const letterOf = (text: string, nth: number): DeadLetter => ({
  id: nth + 1,
  destination: text,
  conversation: text,
  seq: 1,
  attempts: 1,
  reason: text,
  at
})

const subscriptionOf = (text: string): Subscription => ({
  id: text,
  origin: text,
  topics: [text],
  state: 'disabled',
  disabledAt: at,
  reason: text
})

const deliveredOf = (text: string, nth: number): Delivered => ({
  id: nth + 1,
  conversation: text,
  seq: 1,
  kind: text,
  topics: [text],
  owedAt: at,
  state: 'dead',
  settledAt: at,
  reason: text,
  attempts: [{ at, tookMs: 1, outcome: 'refused', status: 400, reason: text }]
})

const deedOf = (text: string, nth: number): DeedTold => ({
  // The newest first.
  id: 100_000 - nth,
  at,
  who: text,
  what: nth % 2 ? text : `/conversations/${text}`,
  about: text,
  network: text,
  outcome: text
})

const siteOf = (text: string): SiteRetention => ({
  site: text,
  days: 1,
  state: 'failed',
  looked: 0,
  found: 1,
  erased: 0,
  endedAt: at
})

const minutes: Minutes = {
  calls: [1],
  errors: [1],
  p50Ms: [1],
  p99Ms: [1],
  oursP50Ms: [1],
  oursP99Ms: [1],
  webhooks: [1],
  webhooksP99Ms: [1]
}

function healthOf(texts: readonly string[]): HealthTold {
  const of = (id: string) => ({ id, kind: id, calls: 1, errors: 1, webhooks: 0, lanes: 0, owed: 0, dead: 1 })
  const platforms = Object.fromEntries(texts.map(text => [text, minutes]))
  return { since: at, platforms: texts.map(of), series: { from: at, stepMs: 60_000, platforms } }
}

const callOf = (texts: readonly string[]): CallTold => ({
  destination: texts[0] ?? '',
  call: {
    method: texts[0] ?? '',
    url: texts.join(' '),
    headers: Object.fromEntries(texts.map(text => [text, text])),
    body: { [texts.join(' ')]: texts }
  }
})

/** From now on the relay tells an operator nothing but these texts, wherever it tells one at all. */
export async function tellsOperators(page: Page, texts: readonly string[]): Promise<void> {
  const found: Found = {
    conversations: texts.map((text, nth) => ({
      ...summaryOf(text, nth),
      found: `\u0002${text}\u0003 ${text}`
    })),
    indexed: 1
  }
  const told: readonly [path: RegExp, body: () => object][] = [
    [/\/conversations\/search\?/, () => found],
    [/\/conversations\/[^/]+\/timeline\?/, () => ({ entries: texts.map(lineOf) })],
    [/\/conversations\/[^/]+\?/, () => ({ summary: summaryOf(texts[0] ?? '', 0), entries: [] })],
    [/\/dead-letters\?/, () => ({ deadLetters: texts.map(letterOf) })],
    [/\/dead-letters\/\d+\/call$/, () => callOf(texts)],
    [/\/subscriptions$/, () => ({ subscriptions: texts.map(subscriptionOf) })],
    [/\/subscriptions\/[^/]+\/deliveries\?/, () => ({ deliveries: texts.map(deliveredOf) })],
    [/\/deeds\?/, () => ({ deeds: texts.map(deedOf) })],
    [/\/retention$/, () => ({ sites: texts.map(siteOf) })],
    // Each draws two charts.
    [/\/health$/, () => healthOf(texts.slice(0, 40))]
  ]
  // What is registered last is asked first.
  for (const [path, body] of told.toReversed())
    await page.route(path, route => {
      const { pathname } = new URL(route.request().url())
      return pathname.startsWith('/api/v1') ? route.fulfill({ json: body() }) : route.fallback()
    })
}
