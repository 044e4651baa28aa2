import type { ConversationId } from '#shared/ids.ts'
import type { Entry } from '../conversation/entry.ts'
import type { State } from '../conversation/state.ts'
import type { Json } from '../lib/json.ts'
import type { Topic } from './catalogue.ts'
import { scenarioId } from './content.ts'
import { isSpoken, lineOf, shortened } from './message.ts'
import type { Subscription } from './settings.ts'
import type { Story } from './story.ts'
import { isoTime, stamp } from './time.ts'
import type { Transcript } from './transcript.ts'

/** All that an event is made of. */
export interface Telling {
  topic: Topic
  conversation: ConversationId
  entry: Entry
  /** The log's story, this entry included. */
  story: Story
  /** The entry before it that this subscription was told of, 0 if there is none. */
  previous: number
  /** For the topic that carries it. */
  transcript: Transcript | undefined
  subscription: Pick<Subscription, 'botId' | 'companyId' | 'maxBytes'>
}

type Part = { readonly [key: string]: Json }

/** What is left of the largest event for a message, or for a transcript. */
export const roomIn = (maxBytes: number): number => maxBytes - 16_384

/** The same however often it is told. Pure. */
export function eventOf(telling: Telling): Json {
  const { topic, conversation, entry, previous, subscription } = telling
  const requestId = `${conversation}.${entry.seq}`
  return {
    topic,
    botId: botIdOf(telling),
    ...partOf(telling),
    context: {
      company_id: subscription.companyId,
      user_id: '',
      impersonated_user_id: '',
      request_id: requestId
    },
    requestId,
    timestamp: entry.at,
    seq: entry.seq,
    previous
  }
}

/** Stable over every retry and every replay. Without a full stop, which separates the parts of what is signed. */
export const eventId = ({ conversation, entry, topic }: Telling): string =>
  `msg_${conversation}_${entry.seq}_${topic.replaceAll('.', '-')}`

function partOf(telling: Telling): Part {
  if (telling.topic === 'chat.update') return { chat: updateOf(telling) }
  return { data: dataOf(telling) }
}

function dataOf(telling: Telling): Part {
  const { topic, conversation: id, story } = telling
  switch (topic) {
    case 'chat.create':
      return { id, type: channelOf(story), status: 'ongoing', user: nameOf(telling) }
    case 'chat.data.update':
      return sessionOf(telling)
    case 'chat.user.update':
      return { id, user: { id: visitorId(id), ...nameOf(telling), ...saidByPage(telling) } }
    case 'chat.scenario.run':
      return { chatId: id, scenario: scenarioOf(telling.entry) }
    case 'chat.status.change':
      return { id, status: statusOf(story.known.state), supervised: false, type: lastKind(telling.entry) }
    case 'chat.close':
      return closingOf(telling)
    case 'chat.erase':
      return { id, erasedAt: isoTime(telling.entry.at) }
    default:
      return messageOf(telling)
  }
}

function messageOf({ conversation, entry, subscription: { maxBytes } }: Telling): Part {
  if (!isSpoken(entry)) return { chatId: conversation }
  return { chatId: conversation, ...lineOf(entry, conversation, roomIn(maxBytes)) }
}

function closingOf({ conversation, transcript }: Telling): Part {
  const { lines, omitted } = transcript ?? { lines: [], omitted: 0 }
  return { id: conversation, conversation: lines, ...(omitted > 0 && { omitted }) }
}

function scenarioOf(entry: Entry): Part {
  if (entry.kind !== 'postback') return {}
  return { id: scenarioId(entry.of, entry.action), name: shortened(entry.label, 1_000), states: 1 }
}

/** The relay does not look at a visitor's machine: what the contract has of it is there and empty. */
function sessionOf({ conversation, story }: Telling): Part {
  const { page, opened: { locale } = {} } = story
  const url = shortened(page?.url ?? '', 2_048)
  return {
    id: conversation,
    time_before_start: 0,
    os: '',
    user_last_input: shortened(story.lastInput, 1_000),
    current_host: URL.canParse(url) ? new URL(url).host : '',
    current_page: url,
    clientIp: '',
    browser: '',
    chat_theme_details: { id: '', path: null, isDefault: true },
    platform: channelOf(story),
    ...(page?.title !== undefined && { page_title: page.title }),
    ...(locale !== undefined && { locale })
  }
}

function updateOf(telling: Telling): Part {
  const { conversation: id, entry, story, subscription } = telling
  const { state } = story.known
  const { at: openedAt } = story.opened ?? entry
  const times = { createdAt: isoTime(openedAt), updatedAt: isoTime(entry.at) }
  const names = nameOf(telling)
  return {
    id,
    botId: botIdOf(telling),
    companyId: subscription.companyId,
    name: `${names.first_name} ${names.last_name}`.trim(),
    integration_type: channelOf(story),
    scenario: null,
    type: lastKind(entry),
    status: statusOf(state),
    statusTimestamp: stamp(story.phaseAt),
    chatUserId: visitorId(id),
    handled_by: state.phase === 'agent' ? 'agent' : 'bot',
    handledByAgentTimestamp: story.takenAt === undefined ? null : stamp(story.takenAt),
    // What the bot said to the agent at the handover is theirs.
    transfer_data: {},
    userId: state.phase === 'agent' ? shortened(state.name, 200) : null,
    last_message: stamp(story.saidAt || openedAt),
    new_messages: false,
    scenarios_in_progress: [],
    successful_scenarios: {},
    language: story.opened?.locale ?? '',
    nps: null,
    rating: story.rating ?? null,
    transferSkillId: null,
    participants: [],
    agents: [],
    ...times,
    chat_user: { id: visitorId(id), image: null, info: JSON.stringify(names), ...times },
    supervised: false
  }
}

/** Undocumented while it waits for an agent. ASSUMED(ebbot 5.2) */
function statusOf({ phase }: State): string {
  if (phase === 'closed') return 'chat_closed'
  return phase === 'waiting' ? 'waiting' : 'ongoing'
}

/** The contract's word for the close; ours for the rest. ASSUMED(ebbot 3.3) */
const lastKind = ({ kind }: Entry): string => (kind === 'closed' ? 'close_chat' : kind)

/** The contract's word for our own widget; for a channel its id. ASSUMED(ebbot 3.3) */
const channelOf = ({ opened }: Story): string => lastStep(opened?.channel) ?? 'web'

const botIdOf = ({ subscription, story, entry }: Telling): string => {
  const { bot } = entry.kind === 'erased' ? entry : (story.opened ?? {})
  return subscription.botId ?? lastStep(bot) ?? ''
}

const lastStep = (id: string | undefined): string | undefined => id?.slice(id.indexOf('/') + 1)

/** What the page says about its visitor, as far as there is room. */
function saidByPage({ story: { page }, subscription: { maxBytes } }: Telling): Part {
  let room = roomIn(maxBytes)
  const fitting = Object.entries(page?.data ?? {}).filter(one => {
    room -= Buffer.byteLength(JSON.stringify(one))
    return room >= 0
  })
  return page?.data ? { attributes: Object.fromEntries(fitting) } : {}
}

/** A name that is known is told whole, for nobody can say where to cut it. Without one it is made up, as the contract's are. */
const nameOf = ({ conversation, story }: Telling) =>
  story.named?.name === undefined
    ? { first_name: 'Visitor', last_name: conversation.slice(-4) }
    : { first_name: shortened(story.named.name, 200), last_name: '' }

const visitorId = (id: ConversationId): string => `visitor-${id}`
