import { z } from 'zod'
import type { Bot } from '../bot.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { type Settings, settings } from './settings.ts'
import { verify } from './verify.ts'

export const bot9: Bot<Settings> = {
  settings,
  /** Bot9 offers no choice of how a conversation begins. */
  start: z.strictObject({}),
  unsupported: [
    'built from one printed sample and calls seen in public code, never tried against the service: read docs/platforms/bot9.md',
    'the scheme of its signatures is not public: without verify.mode hmac or header-secret, the secret of the path is all that protects the webhook',
    'no call is documented to hand over, to close, to show typing, or to pass on what an agent says: none of it is told to Bot9',
    'a chat cannot be repeated: one that is not answered is shown to the visitor as not delivered'
  ],
  answersInCall: true,
  once: true,
  calls: ({ connections, timeoutMs, requestsPerSecond }) => ({
    connections,
    timeoutMs,
    perSecond: requestsPerSecond
  }),
  url: ({ baseUrl }) => baseUrl,
  verify,
  receive,
  send
}
