import { answersTo, isGreeting, readCanary } from './canary.ts'
import type { BotRecord, CheckName, Finding, Line, Stored, View, VisitorRecord } from './records.ts'

export interface Evidence {
  stored: Stored
  visitors: readonly VisitorRecord[]
  bot: BotRecord
  /** What the relay's process did that it must not do. */
  faults: readonly string[]
}

/** Reads the final logs and every view. Whoever is not finished is a finding like any other. */
export function check({ stored, visitors, bot, faults }: Evidence): Finding[] {
  const owners = new Map(visitors.map(visitor => [conversationOf(visitor), visitor.visitor]))
  return [
    ...[...stored.logs].flatMap(([id, log]) => checkLog(id, log, owners.get(id))),
    ...visitors.flatMap(visitor => checkVisitor(visitor, stored)),
    ...epochs(visitors),
    ...untaken(stored, bot),
    ...bot.unacknowledged.map(what => found('unacknowledged', what)),
    ...bot.findings,
    ...repeat(stored.owed, found('owed', 'a delivery that was never made')),
    ...repeat(stored.dead, found('owed', 'a dead letter')),
    ...faults.map(what => found('faults', what))
  ]
}

const found = (check: CheckName, what: string): Finding => ({ check, what })

const repeat = (count: number, finding: Finding): Finding[] => Array.from({ length: count }, () => finding)

const conversationOf = ({ last, views }: VisitorRecord): string | undefined =>
  [...last, ...views].find(({ conversation }) => conversation !== undefined)?.conversation

/** What a platform was answered 200 to is as durable as what a visitor was shown as sent. */
function untaken({ logs }: Stored, { taken }: BotRecord): Finding[] {
  const texts = new Set([...logs.values()].flatMap(log => log.flatMap(({ text }) => text ?? [])))
  const lost = taken.filter(text => !texts.has(text))
  return lost.map(text => found('lost', `${text} was answered 200, and is in no log`))
}

/** The log by itself: its places, its order, and that everything in it is there once and answered. */
function checkLog(id: string, log: readonly Line[], owner: number | undefined): Finding[] {
  const texts = log.flatMap(({ text }) => text ?? [])
  const unasked = texts.filter(text => readCanary(text)?.visitor !== owner && !isGreeting(text))
  return [
    ...gaps(`log ${id}`, log),
    ...twice(`log ${id}`, log),
    ...order(id, log),
    ...unasked.map(text => found('foreign', `${text} in the log of visitor ${owner ?? 'nobody'}`)),
    ...(owner === undefined ? [] : answered(id, texts))
  ]
}

function gaps(where: string, lines: readonly Line[]): Finding[] {
  const at = lines.findIndex(({ seq }, i) => seq !== i + 1)
  return at < 0 ? [] : [found('gaps', `${where}: ${lines[at]?.seq} in place ${at + 1}`)]
}

function twice(where: string, lines: readonly Line[]): Finding[] {
  const ids = lines.flatMap(({ id }) => id ?? [])
  const texts = lines.flatMap(({ text }) => (text === undefined || isGreeting(text) ? [] : text))
  const greetings = lines.filter(({ text }) => text !== undefined && isGreeting(text)).slice(1)
  return [
    ...[...again(ids), ...again(texts)].map(what => found('doubled', `${where}: ${what}`)),
    ...greetings.map(({ text }) => found('doubled', `${where}: a second greeting, ${text}`))
  ]
}

const again = (list: readonly string[]): string[] => list.filter((item, i) => list.indexOf(item) !== i)

/** What was said stands in the order it was said, answers in that of their questions, and after them. */
function order(id: string, log: readonly Line[]): Finding[] {
  const canaries = log.flatMap(({ text }) => readCanary(text ?? '') ?? [])
  const said = canaries.filter(({ answer }) => answer === undefined).map(({ n }) => n)
  const answers = canaries.flatMap(({ n, answer }) => (answer === undefined ? [] : n * 10 + answer))
  const early = canaries.some(
    ({ n, answer }, i) =>
      answer !== undefined && !canaries.slice(0, i).some(other => other.n === n && other.answer === undefined)
  )
  return [
    ...(ascends(said) ? [] : [found('reordered', `log ${id}: said ${said.join(' ')}`)]),
    ...(ascends(answers) ? [] : [found('reordered', `log ${id}: answers ${answers.join(' ')}`)]),
    ...(early ? [found('reordered', `log ${id}: an answer before its question`)] : [])
  ]
}

/** Equal neighbours are doubles, not disorder. */
const ascends = (list: readonly number[]): boolean => list.every((n, i) => n >= (list[i - 1] ?? 0))

function answered(id: string, texts: readonly string[]): Finding[] {
  const missing = texts.flatMap(answersOfSaid).filter(answer => !texts.includes(answer))
  const greeted = texts.some(isGreeting)
  return [...missing, ...(greeted ? [] : ['a greeting'])].map(what =>
    found('unanswered', `log ${id}: ${what} is missing`)
  )
}

const answersOfSaid = (text: string): readonly string[] =>
  readCanary(text)?.answer === undefined ? answersTo(text) : []

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
  a.text === b.text

/** No backup was restored, so there is one epoch. */
function epochs(visitors: readonly VisitorRecord[]): Finding[] {
  const seen = new Set(visitors.flatMap(({ views, last }) => [...views, ...last].map(({ epoch }) => epoch)))
  seen.delete('')
  return seen.size > 1 ? [found('divergent', `${seen.size} epochs`)] : []
}
