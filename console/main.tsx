import { batch } from '@preact/signals-core'
import { createActing } from './acting.ts'
import { createAlerts } from './alerts.ts'
import { createAttaching } from './attaching.ts'
import { createAway } from './away.ts'
import { browserClock as clock } from './clock.ts'
import { createAsk } from './connection/ask.ts'
import { createRelay } from './connection/relay.ts'
import { Stream } from './connection/stream.ts'
import { upload } from './connection/uploading.ts'
import type { Told } from './contract.ts'
import { createHearing } from './hearing.ts'
import { keep, keptChoices } from './kept.ts'
import { createLoading } from './loading.ts'
import { createNavigation } from './navigation.ts'
import { createPages } from './pages.ts'
import { runKey } from './run-key.ts'
import { createSigning } from './signing.ts'
import { createDesk, type Deeds, type Given } from './state/desk.ts'
import { draw } from './ui/draw.tsx'
import { keyOf } from './ui/focus.ts'
import { listenToKeys } from './ui/keyboard.ts'

/** All wiring of the page, once. */
function start(box: HTMLElement): void {
  const desk = createDesk(clock.now())
  desk.choices.value = keptChoices()
  const own = new Set<string>()
  const fetchPlainly = (path: string, init: RequestInit) => fetch(path, init)
  const ask = createAsk(fetchPlainly)
  const relay = createRelay(ask)
  const loading = createLoading(desk, relay)
  const navigation = createNavigation(desk, loading)
  const alerts = createAlerts(desk, id => navigation.open(id, true))
  const isSeen = () => !document.hidden
  const hear = createHearing(desk, { loading, own, isSeen, call: news => alerts.call(news) })
  const settleFocus = () => {
    const at = keyOf(document.activeElement)
    // Whoever has gone somewhere by then is left there.
    if (at === undefined || at === 'tab') navigation.settle()
  }
  const stream = new Stream({
    fetch: fetchPlainly,
    after: clock.after,
    chance: Math.random,
    hear: told => hear(told satisfies readonly Told[]),
    live(goesOn) {
      if (!goesOn || desk.downTo.peek() === Infinity) void loading.all().then(settleFocus)
    },
    trouble: lasting => void (desk.trouble.value = lasting),
    signedOut: () => signing.ended()
  })
  const signing = createSigning(desk, {
    relay,
    clock,
    stream,
    away: createAway(desk),
    restore: me => navigation.restore(me)
  })
  const deeds: Deeds = {
    ...navigation,
    ...createActing(desk, { relay, clock, own }),
    ...createAttaching(desk, upload),
    signIn: (name, password) => void signing.in(name, password),
    signInAway: () => void signing.away(),
    signOut: () => void signing.out(),
    more: () => void loading.more(),
    earlier: id => void loading.earlier(id),
    reload: id => void loading.catchUp(id),
    ask: sheet => void (desk.sheet.value = sheet),
    choose: choices => void choose({ desk, deeds }, choices, alerts),
    newest(id) {
      const view = desk.talks.get(id)?.view
      if (!view) return
      batch(() => {
        view.atEnd.value = true
        view.fresh.value = 0
      })
    }
  }
  const pages = createPages({ desk, deeds, ask, clock })
  draw(box, { desk, deeds, pages: pages.part })
  listenToKeys({ desk, run: deed => runKey({ desk, deeds }, deed), runOnPage: pages.run })
  watchBrowser(stream)
  tell(desk.now)
  void signing.begin()
}

async function choose(
  { desk }: Given,
  choices: Parameters<Deeds['choose']>[0],
  { ring, mayNotify }: ReturnType<typeof createAlerts>
): Promise<void> {
  if (choices.sound) ring()
  const may = choices.notify ? await mayNotify() : true
  batch(() => {
    desk.mayNotify.value = may
    desk.choices.value = { ...desk.choices.peek(), ...choices, ...(!may && { notify: false }) }
  })
  keep(desk.choices.peek())
}

/** A page that is put away lets go of its stream, and takes it up when it is shown again. */
function watchBrowser(stream: Stream): void {
  window.addEventListener('online', () => stream.hurry())
  for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, keepThePage)
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}

/** A file that is dropped beside where it should have been is not opened in place of the page. */
function keepThePage(event: DragEvent): void {
  const { dataTransfer: held, defaultPrevented: isTaken } = event
  if (isTaken || !held?.types.includes('Files')) return
  event.preventDefault()
  held.dropEffect = 'none'
}

const everyMs = 5_000

/** Waiting times go on. */
function tell(now: { value: number }): void {
  clock.after(everyMs, () => {
    now.value = clock.now()
    tell(now)
  })
}

const box = document.getElementById('console')
if (box) start(box)
