import type { ConfiguredBot } from '../bots/bot.ts'
import type { InputOf } from '../conversation/input.ts'
import type { Clock } from '../lib/clock.ts'
import type { Json } from '../lib/json.ts'
import type { Receipt } from '../outbox/destination.ts'
import { createEar, type Ear, type Posted } from './ear.ts'
import { type Finding, isWrong } from './finding.ts'
import { checkPlatform, checkPublicUrl } from './places.ts'
import { Posts } from './posts.ts'
import { refusalOf } from './receipts.ts'
import { Talk } from './talk.ts'

/** How long to wait for what, ms. */
export interface Patience {
  /** An answer of a server. */
  reachMs: number
  /** The platform's first message. */
  webhookMs: number
  /** The same message once more: then it did not take the acknowledgement. */
  repeatMs: number
}

export interface ExamineParts {
  bot: ConfiguredBot
  start: Json
  publicUrl: string
  listen: { host: string; port: number }
  clock: Clock
  patience: Patience
  /** Told of each step as soon as it is known how it went. */
  found(finding: Finding): void
  /** Told where it listens. */
  listening?(url: string): void
}

/** Proves a platform's integration, step by step. Stops where nothing more can be learned. */
export async function examine(parts: ExamineParts): Promise<void> {
  const { bot, clock, listen, found } = parts
  const posts = new Posts(clock)
  const talk = new Talk(bot, clock)
  const ear = createEar({
    bot,
    clock,
    isOurs: address => address === talk.address,
    posted: what => posts.add(what)
  })
  const url = await ear.listen(listen.host, listen.port).catch(() => undefined)
  if (url === undefined) return found(busy(listen))
  try {
    parts.listening?.(url)
    found({ step: 'listen', is: 'ok', says: `at ${listen.host}, where the relay would be` })
    await examineWith(parts, { posts, talk, ear })
  } finally {
    await ear.close()
  }
}

const busy = ({ host, port }: ExamineParts['listen']): Finding => ({
  step: 'listen',
  is: 'busy',
  says: `${host}:${port} is taken, or not of this machine`,
  change: 'Stop the relay while the doctor looks: webhooks must come here.'
})

interface Instruments {
  posts: Posts
  talk: Talk
  ear: Ear
}

async function examineWith(parts: ExamineParts, instruments: Instruments): Promise<void> {
  const { bot, publicUrl, clock, patience, found } = parts
  const outside = await checkPublicUrl(publicUrl, instruments.ear, patience.reachMs)
  const platform = await checkPlatform(bot.origin, clock, patience.reachMs)
  const [there] = platform
  const stops = there === undefined || isWrong(there)
  const started = stops ? undefined : await start(parts, instruments.talk)
  const heard = started && !isWrong(started) ? await webhook(parts, instruments) : undefined
  // Whoever posts has reached us, whatever it looks like from here.
  found(heard?.message ? seenFromHere(outside) : outside)
  for (const finding of [...platform, started, heard?.finding]) if (finding) found(finding)
  if (heard?.message) found(await acknowledge(parts, instruments, heard.message))
}

function seenFromHere(outside: Finding): Finding {
  if (!isWrong(outside)) return outside
  return {
    ...outside,
    is: 'note',
    change: 'The platform came through all the same: from within your own network it may look different.'
  }
}

async function start({ bot, start: payload }: ExamineParts, talk: Talk): Promise<Finding> {
  const receipt = await talk.start(payload)
  if (receipt.kind !== 'taken') return refused('start', receipt)
  const answers = receipt.inputs?.length ?? 0
  if (!bot.destination.answersInCall || answers > 0) return begun(answers)
  const said = await talk.say('Hello')
  return said.kind === 'taken' ? begun(said.inputs?.length ?? 0) : refused('start', said)
}

const begun = (answers: number): Finding => ({
  step: 'start',
  is: 'ok',
  says:
    answers > 0 ? `the conversation began, and the bot answered ${answers} times` : 'the conversation began'
})

/** A platform that names a conversation twice is out of step. */
const refused = (step: 'start' | 'acknowledge', receipt: Exclude<Receipt, { kind: 'taken' }>): Finding =>
  receipt.kind === 'linked'
    ? { step, is: step, says: 'the platform named the conversation twice' }
    : refusalOf(step, receipt)

type Message = InputOf<'received'>

async function webhook(
  { bot, patience, publicUrl }: ExamineParts,
  { posts }: Instruments
): Promise<{ finding: Finding; message?: Message }> {
  if (bot.destination.answersInCall) {
    const says = 'not looked at: the bot answers inside the call; what agents say comes by webhook'
    return { finding: { step: 'webhook', is: 'note', says, change: paste(publicUrl, bot) } }
  }
  const first = await posts.until(all => messageIn(all) ?? strangeIn(all), patience.webhookMs)
  if (first === undefined) return { finding: silent(bot, publicUrl) }
  if (!('content' in first)) return { finding: strange(first, bot, publicUrl) }
  return { finding: { step: 'webhook', is: 'ok', says: 'the bot’s first message came' }, message: first }
}

const messagesIn = (all: readonly Posted[]): readonly Message[] =>
  all.flatMap(one => (one.kind === 'heard' && one.heard.input.kind === 'received' ? [one.heard.input] : []))
const messageIn = (all: readonly Posted[]) => messagesIn(all)[0]
const strangeIn = (all: readonly Posted[]) =>
  all.find((one): one is Exclude<Posted, { kind: 'heard' }> => one.kind !== 'heard')

const paste = (publicUrl: string, { id }: ConfiguredBot): string =>
  `At the platform, the webhook’s URL is ${publicUrl}/${id}/ and then webhookSecret: npm run check prints it whole.`

const silent = (bot: ConfiguredBot, publicUrl: string): Finding => ({
  step: 'webhook',
  is: 'webhook',
  says: 'nothing came: the bot has nothing to say at the start, or posts elsewhere, or cannot reach publicUrl',
  change: paste(publicUrl, bot)
})

const strange = (
  posted: Exclude<Posted, { kind: 'heard' }>,
  bot: ConfiguredBot,
  publicUrl: string
): Finding => {
  const wrong = { step: 'webhook', is: 'secret' } as const
  switch (posted.kind) {
    case 'secret':
      return {
        ...wrong,
        says: 'it came with another secret at the end of its path',
        change: paste(publicUrl, bot)
      }
    case 'path':
      return { ...wrong, says: 'it came to the path of another bot', change: paste(publicUrl, bot) }
    case 'longer':
      return {
        ...wrong,
        says: 'it came to a path that goes on behind the secret, be it by a slash',
        change: paste(publicUrl, bot)
      }
    case 'unverified':
      return {
        ...wrong,
        says: `it came, and is refused: ${posted.reason}`,
        change: 'Copy the ids and secrets of the webhook anew from the platform’s page.'
      }
    default:
      return posted satisfies never
  }
}

async function acknowledge(
  { patience }: ExamineParts,
  { posts, talk }: Instruments,
  message: Message
): Promise<Finding> {
  const receipt = await talk.acknowledge(message)
  if (receipt.kind !== 'taken') return refused('acknowledge', receipt)
  const isAgain = ({ ids }: Message) => ids.some(id => message.ids.includes(id))
  const twice = (all: readonly Posted[]) => (messagesIn(all).filter(isAgain).length > 1 ? true : undefined)
  const again = await posts.until(twice, patience.repeatMs)
  // Whoever is not told goes on saying it: to the relay, later.
  for (const other of messagesIn(posts.all)) if (!isAgain(other)) await talk.acknowledge(other)
  if (!again)
    return { step: 'acknowledge', is: 'ok', says: 'the platform took it, and does not repeat itself' }
  return {
    step: 'acknowledge',
    is: 'acknowledge',
    says: 'the platform answered 2xx to the acknowledgement, and says the same message again',
    change:
      'It wants to be told in another way: try the other value of acknowledge, if the bot has that setting.'
  }
}
