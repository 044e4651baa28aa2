import type { Bot } from '../bot.ts'
import { start } from './contract.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { type Settings, settings } from './settings.ts'
import { verify } from './verify.ts'

export const ebbot: Bot<Settings> = {
  settings,
  start,
  unsupported: [
    'a visitor cannot close the chat at Ebbot: "start over" begins a new one here, and Ebbot closes its own in time',
    'ratings, unless sendRatings says that the bot takes them',
    'files and pictures from visitors',
    'the visitor’s language, page, name and attributes',
    'typing and reading, in either direction; the bot is shown typing while a call is open',
    'the names and pictures of agents, and the place in their queue',
    'hiding the input, buttons that call the website (js://), and what a rating was changed to'
  ],
  can: ['agents'],
  answersInCall: true,
  once: true,
  // `chat.close` has the whole conversation in it. ASSUMED(ebbot 3.3)
  maxBodyBytes: 5_242_880,
  // Each answer has the whole state of the conversation beside it.
  calls: ({ connections, timeoutMs }) => ({ connections, timeoutMs, maxAnswerBytes: 5_242_880 }),
  url: ({ webhookUrl }) => webhookUrl,
  rehearsal: settings => ({ ...settings, sandbox: true }),
  verify,
  receive,
  send
}
