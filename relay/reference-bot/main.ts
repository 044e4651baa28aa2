import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { systemClock } from '../lib/clock.ts'
import { createLog } from '../lib/log.ts'
import { createReferenceBot } from './index.ts'

/**
 * The reference bot as a process of its own. Its first line on standard output is JSON: `{ url, baseUrl, token }`.
 * Flags: --port --host --team --bot --webhook-id --webhook-url --fast (no typing, no waiting) --no-retry --no-dedup
 * --adopt. The token comes from REFERENCE_BOT_TOKEN, else it is made up; so may come the webhook's URL, from
 * REFERENCE_BOT_WEBHOOK_URL: neither belongs into a list of processes.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      team: { type: 'string', default: 'tm_demo' },
      bot: { type: 'string', default: 'bt_demo' },
      'webhook-id': { type: 'string', default: 'wh_demo' },
      'webhook-url': { type: 'string' },
      fast: { type: 'boolean', default: false },
      retry: { type: 'boolean', default: true },
      dedup: { type: 'boolean', default: true },
      adopt: { type: 'boolean', default: false },
      keep: { type: 'string', default: '10000' }
    }
  })
  const token = process.env['REFERENCE_BOT_TOKEN'] ?? randomBytes(24).toString('base64url')
  const webhookUrl = values['webhook-url'] ?? process.env['REFERENCE_BOT_WEBHOOK_URL']
  const bot = createReferenceBot({
    token,
    teamId: values.team,
    botId: values.bot,
    webhookId: values['webhook-id'],
    clock: systemClock,
    log: createLog('silent'),
    retry: values.retry,
    dedup: values.dedup,
    adopt: values.adopt,
    keep: Number(values.keep),
    ...(webhookUrl !== undefined && { webhookUrl }),
    ...(values.fast && { pace: { typing: false, minMs: 0, maxMs: 0 } })
  })
  const url = await bot.listen(Number(values.port), values.host)
  process.stdout.write(`${JSON.stringify({ url, baseUrl: bot.baseUrl, token })}\n`)
  const stop = () => void bot.close().then(() => process.exit(0))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // A test that dies must not leave a ghost.
  process.on('disconnect', stop)
}

await main()
