import { z } from 'zod'
import { consoleSettings } from './config/console.ts'
import { mask } from './config/mask.ts'
import { id, retentionDays, secret } from './config/parts.ts'
import { ConfigError, explain } from './config/problems.ts'
import { type SiteConfig, site, start } from './config/site.ts'
import { baseUrl } from './lib/base-url.ts'
import { parseYaml, pathOf } from './lib/yaml.ts'

/** What the configuration needs to know of the platforms, by their names. */
export interface Schemas {
  bots: Readonly<Record<string, { settings: z.ZodType; start: z.ZodType }>>
  channels: Readonly<Record<string, { settings: z.ZodType }>>
  subscriptions: z.ZodType
}

const bucket = (burst: number, perSecond: number) =>
  z
    .strictObject({
      burst: z.int().min(1).default(burst).describe('at once'),
      perSecond: z.number().positive().default(perSecond).describe('refilled each second')
    })
    .prefault({})

const limits = z
  .strictObject({
    messages: bucket(20, 2).describe(
      'texts and postbacks of one socket; more are refused, and the visitor told'
    ),
    frames: bucket(200, 50).describe('frames of one socket; more end it'),
    sockets: bucket(60, 2).describe('sockets opened from one address'),
    conversations: bucket(30, 0.2).describe('conversations opened from one address'),
    socketsAtOnce: z.int().min(1).default(50_000).describe('open sockets of this relay'),
    bufferedBytes: z.int().min(1).default(1_048_576).describe('unread by a socket before it is cut off')
  })
  .prefault({})

const retry = z
  .strictObject({
    firstMs: z.int().min(1).default(250).describe('before the second try, ms'),
    factor: z.number().min(1).default(4).describe('each wait is this many times the one before'),
    capMs: z.int().min(1).default(60_000).describe('the longest wait, ms'),
    giveUpMs: z.int().min(1).default(86_400_000).describe('owed for longer, it becomes a dead letter, ms')
  })
  .prefault({})

const bot = z.looseObject({ platform: z.string() })
const channel = z.looseObject({
  platform: z.string(),
  bot: z.string(),
  start: start.default({}),
  mask: mask.optional(),
  retentionDays: retentionDays.optional()
})

const config = z.strictObject({
  listen: z
    .strictObject({
      host: z.string().min(1).default('127.0.0.1').describe('the address to listen on'),
      port: z.int().min(0).max(65_535).default(8080).describe('0 takes a free one'),
      proxies: z
        .int()
        .min(0)
        .max(10)
        .default(0)
        .describe('trusted proxies in front, for the visitor’s address')
    })
    .prefault({}),
  publicUrl: baseUrl.describe('where the outside reaches this relay'),
  store: z
    .string()
    .regex(/^sqlite:(?!:memory:).+/, 'sqlite:PATH')
    .default('sqlite:./data/footbridge.db')
    .describe('where the logs live; the folder is made'),
  secret: secret.describe(
    'visitors’ tokens are hashed with it, and rotated signing secrets made from it; changing it makes every visitor a new one'
  ),
  api: z
    .strictObject({ token: secret.describe('the bearer token; needed when api is there') })
    .optional()
    .describe('opens /api/v1 to whoever has the token'),
  console: consoleSettings.optional().describe('opens /console to the accounts in it'),
  sites: z.record(id, site).default({}),
  bots: z.record(id, bot).refine(bots => Object.keys(bots).length > 0, 'at least one bot'),
  channels: z.record(id, channel).default({}),
  subscriptions: z.array(z.looseObject({})).default([]),
  limits,
  retry,
  shutdownSeconds: z.number().min(0).default(10).describe('for what is under way, when told to stop'),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')
})
export type Config = z.infer<typeof config>
export { ConfigError } from './config/problems.ts'

/** Reads a configuration; `${NAME}` is taken from `env`. Throws a ConfigError that names every wrong key. */
export function readConfig(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
  schemas: Schemas
): Config {
  const { value, problems } = parseYaml(text, env)
  const read = config.safeParse(value)
  if (!read.success) problems.push(...explain(read.error, []))
  else problems.push(...check(read.data, schemas))
  if (!read.success || problems.length > 0) throw new ConfigError(problems)
  return read.data
}

/** The configuration as JSON Schema, for editors. */
export function configSchema({ bots, channels, subscriptions }: Schemas): unknown {
  const whole = config.extend({
    bots: z.record(id, oneOf(bots, bot)),
    channels: z.record(id, oneOf(channels, channel)).default({}),
    subscriptions
  })
  return z.toJSONSchema(whole, { io: 'input', unrepresentable: 'any' })
}

function oneOf(platforms: Schemas['channels'], otherwise: z.ZodType): z.ZodType {
  const all = Object.entries(platforms).map(([name, { settings }]) =>
    z.intersection(z.object({ platform: z.literal(name) }), settings)
  )
  const [first, ...rest] = all
  return first && rest.length > 0 ? z.union([first, ...rest]) : (first ?? otherwise)
}

/** What one part says of another. */
function check(read: Config, schemas: Schemas): string[] {
  const { sites, bots, channels } = read
  const subscriptions = schemas.subscriptions.safeParse(read.subscriptions)
  const somebody = Object.keys({ ...sites, ...channels }).length > 0
  return [
    ...(somebody ? [] : ['sites: at least one site, or one channel']),
    ...checkPlatforms('bots', bots, schemas.bots),
    ...checkPlatforms('channels', channels, schemas.channels),
    ...(subscriptions.success ? [] : explain(subscriptions.error, ['subscriptions'])),
    ...Object.entries(sites).flatMap(([name, site]) => checkTalks(read, ['sites', name], site, schemas)),
    ...Object.entries(sites).flatMap(([name, site]) => checkNobody(read, ['sites', name], site)),
    ...Object.entries(channels).flatMap(([name, one]) => checkTalks(read, ['channels', name], one, schemas))
  ]
}

/** Every object has a `constructor`. */
const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

function checkPlatforms(
  part: 'bots' | 'channels',
  configured: Config['bots'],
  platforms: Schemas['channels']
): string[] {
  return Object.entries(configured).flatMap(([name, settings]) => {
    const platform = own(platforms, settings.platform)
    if (!platform) {
      const known = Object.keys(platforms).join(', ') || 'none'
      return [`${part}.${name}.platform: there is no platform ${settings.platform}; known: ${known}`]
    }
    const read = platform.settings.safeParse(settings)
    return read.success ? [] : explain(read.error, [part, name])
  })
}

/** Where visitors are: the bot must be there, and be told to begin in a way that its platform knows. */
function checkTalks(
  { bots }: Config,
  path: readonly string[],
  { bot: botId, start: first, pages = [] }: Pick<SiteConfig, 'bot' | 'start'> & Partial<SiteConfig>,
  schemas: Schemas
): string[] {
  const chosen = own(bots, botId)
  if (!chosen) return [`${pathOf([...path, 'bot'])}: there is no bot ${botId}`]
  const schema = own(schemas.bots, chosen.platform)?.start
  const starts = [
    { path: [...path, 'start'], start: first },
    ...pages.map((page, i) => ({ path: [...path, 'pages', i, 'start'], start: page.start }))
  ]
  return starts.flatMap(({ path: at, start: payload }) => {
    const read = schema?.safeParse(payload)
    return read && !read.success ? explain(read.error, at) : []
  })
}

/** Only who has an account is known to be there or not; and a form must be there to be shown. */
function checkNobody(
  { console: settings }: Config,
  path: readonly string[],
  { handover: { nobody }, offline }: SiteConfig
): string[] {
  const at = pathOf([...path, 'handover', 'nobody'])
  return [
    ...(nobody === 'wait' || settings ? [] : [`${at}: needs console.accounts, to know who is there`]),
    ...(nobody === 'form' && !offline ? [`${at}: needs the site’s offline form`] : [])
  ]
}
