import { actionsOf } from '#shared/actions.ts'
import { pageOf } from '../connect-to.ts'
import type { Connection } from '../connection/index.ts'
import type { State } from '../connection/state.ts'
import { check } from '../core/check.ts'
import type { Mounted } from '../core/life.ts'
import type { ChatState, Verbs } from '../state/chat.ts'
import { identityOf } from './identity.ts'
import { createIncoming } from './incoming.ts'
import { createOutgoing } from './outgoing.ts'
import { createOwnWindow } from './own-window.ts'
import { tellPage } from './told.ts'

/** What the chat lends to its page. */
export interface Ears {
  mounted: Mounted
  state: ChatState
  connection: Connection
  verbs: Pick<Verbs, 'say' | 'press'>
}

/** The page's part in a chat: what it commands, hears and looks at. */
export interface Page {
  run(name: string, given: readonly unknown[]): Promise<void>
  /** The connection has another state: it is shown once the page's hooks have seen it. */
  hear(state: State): void
  /** It is another visitor: what was not said yet is not. */
  forget(): void
  /** The visitor says something: it goes out once the page's hooks have seen it. */
  say(text: string, of?: number): void
  stop(): void
}

export function createPage(ears: Ears): Page {
  const { mounted, state, connection } = ears
  const of = (name: string) => [...mounted.hooks].filter(({ hook }) => hook === name)
  const outgoing = createOutgoing(
    () => of('send'),
    (text, form) => void connection.say(text, form)
  )
  const incoming = createIncoming(
    () => of('show'),
    next => {
      state.link.value = next
    }
  )
  const ownWindow = createOwnWindow(ears)
  const commands: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> = {
    ...createCommands(ears),
    popOut: ownWindow.open
  }
  const stopTelling = tellPage(state, mounted.emit)
  addEventListener('pagehide', outgoing.flush)
  return {
    async run(name, given) {
      await commands[name]?.(...given)
    },
    hear: incoming,
    say: outgoing.say,
    forget: outgoing.forget,
    stop() {
      removeEventListener('pagehide', outgoing.flush)
      outgoing.flush()
      stopTelling()
      ownWindow.stop()
    }
  }
}

function createCommands({ mounted, state, connection, verbs }: Ears) {
  const view = () => state.link.value.view
  return {
    say(text: unknown) {
      check(isText(text) && text.trim() !== '' && text.length <= (view().site?.maxText ?? 16_000), 'text')
      verbs.say(text)
    },
    prefill(text: unknown) {
      check(isText(text), 'text')
      // Even the same text again is another thing than what the visitor made of it.
      state.draft.value = ''
      state.draft.value = text
    },
    postback(seq: unknown, action: unknown) {
      const line = view().lines.find(one => one.seq === seq)
      const found = line?.kind === 'message' ? actionsOf(line.content)[Number(action)] : undefined
      check(!!line && (found?.kind === 'reply' || found?.kind === 'postback'), 'action of a message')
      verbs.press(line.seq, Number(action), found.label)
    },
    startOver() {
      const over = state.phase.value.is === 'closed'
      check(over || !!view().can.close, 'moment to start over: this conversation cannot be ended here')
      if (!over) connection.queue({ type: 'ask', what: 'close' })
      connection.fresh()
    },
    erase() {
      check(!!view().can.erase, 'wish: nothing can be erased here')
      connection.wants({ on: 'erase' })
      state.draft.value = ''
    },
    page() {
      connection.wants({ on: 'page', page: pageOf(mounted.settings) })
    },
    async identify() {
      const { settings } = mounted
      const { identity } = settings
      const jwt = await identityOf(settings)
      // Whoever has come meanwhile was told by the page itself.
      if (settings.identity === identity) connection.identify(jwt)
    },
    logout() {
      connection.identify(undefined, true)
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
