import type { Bot } from '../bot.ts'
import { start } from './contract.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { type Settings, settings } from './settings.ts'
import { verify } from './verify.ts'

export const ingenious: Bot<Settings> = {
  settings,
  start,
  can: ['typing', 'handover'],
  calls: ({ connections, timeoutMs }) => ({ connections, timeoutMs }),
  url: ({ baseUrl }) => baseUrl,
  verify,
  receive,
  send
}
