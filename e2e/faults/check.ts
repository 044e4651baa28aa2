import { readCanary } from './canary.ts'
import { checkLog, found, gaps, twice } from './check-log.ts'
import { checkTalk } from './check-talk.ts'
import { checkUndelivered, excusedIn } from './check-undelivered.ts'
import {
  type BotRecord,
  type Finding,
  type Line,
  placeOf,
  type Stored,
  type TalkRecord,
  type View,
  type VisitorRecord
} from './records.ts'

export interface Evidence {
  stored: Stored
  visitors: readonly VisitorRecord[]
  talks: readonly TalkRecord[]
  bot: BotRecord
  /** What the other platforms saw of the relay that it must not do. */
  elsewhere: readonly Finding[]
  /** What the relay's process did that it must not do. */
  faults: readonly string[]
}

/** Reads the final logs and every view. Whoever is not finished is a finding like any other. */
export function check({ stored, visitors, talks, bot, elsewhere, faults }: Evidence): Finding[] {
  const owners = new Map([
    ...visitors.map(visitor => [conversationOf(visitor), visitor.visitor] as const),
    ...talks.map(talk => [conversationBehind(talk, stored), talk.visitor] as const)
  ])
  return [
    ...[...stored.logs].flatMap(([id, lines]) =>
      checkLog({ where: `log ${id}`, lines, owner: owners.get(id), excused: excusedIn(id, stored) })
    ),
    ...visitors.flatMap(visitor => checkVisitor(visitor, stored)),
    ...talks.flatMap(talk => checkTalk(talk, stored.logs.get(conversationBehind(talk, stored) ?? '') ?? [])),
    ...checkUndelivered(stored),
    ...epochs(visitors),
    ...untaken(stored, bot),
    ...bot.unacknowledged.map(what => found('unacknowledged', what)),
    ...bot.findings,
    ...elsewhere,
    ...repeat(stored.owed, found('owed', 'a delivery that was never made')),
    ...faults.map(what => found('faults', what))
  ]
}

const conversationBehind = ({ channel, address }: TalkRecord, { addresses }: Stored): string | undefined =>
  address === undefined ? undefined : addresses.get(placeOf(channel, address))

const repeat = (count: number, finding: Finding): Finding[] => Array.from({ length: count }, () => finding)

const conversationOf = ({ last, views }: VisitorRecord): string | undefined =>
  [...last, ...views].find(({ conversation }) => conversation !== undefined)?.conversation

/** What a platform was answered 200 to is as durable as what a visitor was shown as sent. */
function untaken({ logs }: Stored, { taken }: BotRecord): Finding[] {
  const texts = new Set([...logs.values()].flatMap(log => log.flatMap(({ text }) => text ?? [])))
  const lost = taken.filter(text => !texts.has(text))
  return lost.map(text => found('lost', `${text} was answered 200, and is in no log`))
}

function checkVisitor(record: VisitorRecord, { logs }: Stored): Finding[] {
  const { visitor, said, acknowledged, views, last, failed, finished, findings } = record
  const conversation = conversationOf(record)
  const log = logs.get(conversation ?? '') ?? []
  const ids = new Set(log.flatMap(({ id }) => id ?? []))
  const lost = [...said].filter(([id]) => !ids.has(id))
  return [
    ...lost.map(([id, text]) =>
      acknowledged.has(id)
        ? found('lost', `${text} was acknowledged, and is in no log`)
        : found('unfinished', `${text} was never acknowledged`)
    ),
    ...[...views, ...last].flatMap(view => checkView(visitor, view, conversation, log)),
    ...last.filter(({ lines }) => lines.length < log.length).map(view => short(visitor, view, log)),
    ...failed.map(what => found('refused', `visitor ${visitor}: ${what}`)),
    ...(finished ? [] : [found('unfinished', `visitor ${visitor}`)]),
    ...findings
  ]
}

const short = (visitor: number, { lines }: View, log: readonly Line[]): Finding =>
  found('divergent', `visitor ${visitor} ended with ${lines.length} of ${log.length} lines`)

/** Whatever was on a screen is the beginning of the log. */
function checkView(
  visitor: number,
  { conversation, lines }: View,
  own: string | undefined,
  log: readonly Line[]
): Finding[] {
  const where = `view of visitor ${visitor}`
  const other = lines.find((line, i) => !same(line, log[i]))
  const strange = lines.filter(({ text }) => (readCanary(text ?? '')?.visitor ?? visitor) !== visitor)
  return [
    ...gaps(where, lines),
    ...twice(where, lines),
    ...strange.map(({ text }) => found('foreign', `${text} in the ${where}`)),
    ...(other ? [found('divergent', `${where}: ${JSON.stringify(other)} is not so in the log`)] : []),
    ...(conversation === own || lines.length === 0
      ? []
      : [found('divergent', `${where}: another conversation`)])
  ]
}

const same = (a: Line, b: Line | undefined): boolean =>
  a.seq === b?.seq &&
  a.at === b.at &&
  a.kind === b.kind &&
  a.by === b.by &&
  a.id === b.id &&
  a.text === b.text &&
  a.of === b.of

/** No backup was restored, so there is one epoch. */
function epochs(visitors: readonly VisitorRecord[]): Finding[] {
  const seen = new Set(visitors.flatMap(({ views, last }) => [...views, ...last].map(({ epoch }) => epoch)))
  seen.delete('')
  return seen.size > 1 ? [found('divergent', `${seen.size} epochs`)] : []
}
