import { createSecret } from '../../lib/secret.ts'
import type { Channel, ChannelParts, OpenChannel } from '../channel.ts'
import { createApi } from './api.ts'
import { createCatchUp } from './catch-up.ts'
import { createMemory } from './memory.ts'
import { createObserver } from './observe.ts'
import { type Listener, receive } from './receive.ts'
import { createRules } from './rules/index.ts'
import { createVoice } from './rules/voice.ts'
import { send } from './send.ts'
import type { Sender } from './sender.ts'
import { type Settings, settings } from './settings.ts'
import { createStatus } from './status.ts'
import { verify } from './verify.ts'

const hoursMs = 60_000

export const livechat: Channel<Settings> = {
  settings,
  unsupported: [
    'files and images of the bot are sent as links and cards: LiveChat takes files only from its own store',
    'that visitors type is not told: LiveChat has no webhook for it',
    'a form of the bot is sent as its questions'
  ],
  calls: ({ connections, timeoutMs }) => ({ connections, timeoutMs }),
  open
}

function open(given: Settings, { self, caller, clock, log }: ChannelParts): OpenChannel {
  const api = createApi({ settings: given, caller, clock })
  const memory = createMemory()
  const status = createStatus({ settings: given, api, clock, log })
  const secretKey = createSecret(given.secretKey)
  const sender: Sender = { settings: given, self, api, memory, log, startedAt: clock.now() }
  const voice = createVoice({ sender, clock, log, accepting: status.accepting })
  const rules = createRules(given, voice, clock)
  const observe = createObserver({ settings: given, api, memory, status, rules })
  const listener = (): Listener => ({ settings: given, self, accepting: status.accepting() })
  const everyMs = given.catchUpSeconds * 1_000
  const lookBackMs = given.lookBackHours * 3_600_000
  const look = createCatchUp({ api, clock, log, listener, lookBackMs, everyMs, seen: rules.rebuild })
  let stopHours: (() => void) | undefined

  return {
    verify: incoming => verify(incoming, secretKey, given),
    receive: incoming => receive(incoming, listener()),
    send: (call, onExchange) => send(call, onExchange ? { ...sender, api: api.toldOf(onExchange) } : sender),
    observe,
    catchUp: {
      everyMs,
      async look() {
        stopHours ??= clock.every(hoursMs, () => void status.keep())
        await status.keep()
        return look()
      }
    },
    async close() {
      stopHours?.()
    }
  }
}
