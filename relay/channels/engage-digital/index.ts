import { listened } from '../../lib/listened.ts'
import type { Channel } from '../channel.ts'
import { createApi } from './api.ts'
import { look } from './catch-up.ts'
import { createObserve } from './exported.ts'
import { createMemory } from './memory.ts'
import { createMyself } from './myself.ts'
import { createPace } from './pace.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import type { Sender } from './sender.ts'
import { type Settings, settings } from './settings.ts'
import { createVerify } from './verify.ts'

export const engageDigital: Channel<Settings> = {
  settings,
  unsupported: [
    'typing: its REST interface shows none',
    'attachments: the bot is told that there is one; pictures and files of the bot are sent as links',
    'forms: their questions are sent as words'
  ],
  calls: ({ connections, timeoutMs }) => ({ connections, timeoutMs }),
  open(given, { self, caller, clock, log, meter }) {
    const pace = createPace({ perMinute: given.requestsPerMinute, clock })
    const api = createApi(given, caller, pace)
    const memory = createMemory()
    const myself = createMyself(given, api)
    const known = () => myself.known()
    const reader = { settings: given, self, memory, known }
    const sender: Sender = { settings: given, api, memory, myself, self, openedAt: clock.now(), log, meter }
    return {
      ...createVerify(given),
      receive: incoming => receive(incoming, reader),
      send: (call, onExchange) =>
        send(call, { ...sender, api: createApi(given, listened(caller, onExchange), pace) }),
      observe: createObserve({ settings: given, self, known, log, meter }),
      catchUp: {
        everyMs: given.lookEverySeconds * 1_000,
        look: () => look({ ...reader, api, myself, clock })
      }
    }
  }
}
