import { effect } from '@preact/signals-core'
import { connectTo } from './connect-to.ts'
import { realEnvironment } from './connection/environment.ts'
import type { Mounted } from './core/life.ts'
import { draw } from './draw.tsx'
import { lazy } from './lazy.ts'
import { listen } from './listen.ts'
import { nameLauncher } from './name-launcher.ts'
import type { Page } from './page/index.ts'
import { reachOut } from './reach-out.ts'
import type { Settings } from './settings.ts'
import { createChatState, type Verbs } from './state/chat.ts'
import { createMemory } from './storage.ts'
import { dress } from './ui/styles/sheets.ts'
import { verbs } from './verbs.ts'
import { whenWhole } from './when-whole.ts'
import type { Words } from './words/en.ts'
import { loadWords } from './words/index.ts'
import { worded } from './words/rest.ts'

export interface Chat {
  /** From here on it talks to the relay. Until then it is only drawn. */
  begin(): void
  show(open: boolean): void
  /** What the page commands: see `page/`. */
  command(name: string, given: readonly unknown[]): Promise<void>
  destroy(): void
}

/** The page's part in the chat, for pages that take one. */
const pagePart = lazy(() => import('./page/index.ts'))
const identityPart = lazy(() => import('./page/identity.ts'))

/** Gets what every visitor's chat needs, and what the question for consent says. */
export function warm({ locale, texts, consent }: Settings): Promise<Words> {
  const words = loadWords([locale, document.documentElement.lang, ...navigator.languages], texts)
  return consent ? worded(words) : words
}

/**
 * The chat in the language of its site, its script tag, its page or its visitor; there is none without words.
 * `attended`: its page listens or has hooks, and misses nothing.
 */
export async function prepare(settings: Settings, attended: boolean): Promise<(mounted: Mounted) => Chat> {
  const [words, identity] = await Promise.all([
    warm(settings),
    settings.identity && identityPart.load().then(part => part?.first(settings)),
    attended && pagePart.load()
  ])
  return mounted => startChat(mounted, words, identity)
}

/** Everything behind the launcher: wired here, and nowhere else. */
function startChat(mounted: Mounted, words: Words, identity: string | undefined): Chat {
  const { settings, root, frame, box, now, onClose } = mounted
  const memory = createMemory(settings.site, () => localStorage)
  const visible = document.visibilityState === 'visible'
  const state = createChatState({ ...realEnvironment, words, title: settings.title, visible })
  let page: Page | undefined
  const connection = connectTo(settings, {
    words,
    memory,
    identity,
    onIdentityRefused: jwt => void renew(jwt),
    onVisitor() {
      state.draft.value = memory.draft()
      page?.forget()
    },
    onChange(next) {
      if (page) page.hear(next)
      else state.link.value = next
    }
  })
  const say: Verbs['say'] = (text, of) => void (page ?? connection).say(text, of)
  const does = verbs({ ...connection, say }, state)

  /** Another identity for one that was refused, if the page has one. */
  async function renew(refused: string | undefined): Promise<void> {
    const part = await identityPart.load()
    const jwt = await part?.renewed(settings, refused)
    if (jwt) connection.identify(jwt)
  }
  /** Once the part is there. */
  function attend(part = pagePart.now()): Page | undefined {
    page ??= part?.createPage({ mounted, state, connection, verbs: does })
    return page
  }
  if (now.attended) attend()

  const stops = [
    dress(root),
    draw(mounted, { ...state, ...does, renew, close: onClose }),
    effect(() => memory.keepDraft(state.draft.value)),
    nameLauncher(mounted, state),
    effect(() => connection.seen(state.looking.value)),
    reachOut({ mounted, state, leads: connection.leads }),
    () => deaf?.(),
    ...(settings.target ? [] : [whenWhole(box, state.open, onClose)]),
    () => page?.stop(),
    connection.close
  ]
  let deaf: (() => void) | undefined
  return {
    begin() {
      if (deaf) return
      deaf = listen({ frame, state, connection, onClose })
      connection.wake()
    },
    show(open) {
      state.open.value = open
    },
    async command(name, given) {
      const ready = attend(await pagePart.load())
      if (!ready) throw new Error('Footbridge: not loaded')
      await ready.run(name, given)
    },
    destroy() {
      for (const stop of stops) stop()
    }
  }
}
