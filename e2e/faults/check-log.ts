import { answersTo, isGreeting, readCanary } from './canary.ts'
import type { CheckName, Finding, Line } from './records.ts'

export const found = (check: CheckName, what: string): Finding => ({ check, what })

/** What is checked of a log, or of a conversation as its platform shows it. */
interface Checked {
  /** Which one, in words. */
  where: string
  lines: readonly Line[]
  /** Whose it is. */
  owner: number | undefined
  /** Places of what was given up on, and needs no answer. */
  excused?: ReadonlySet<number>
}

/** The log by itself: its places, its order, and that everything in it is there once and answered. */
export function checkLog({ where, lines: log, owner, excused = new Set() }: Checked): Finding[] {
  const texts = log.flatMap(({ text }) => text ?? [])
  const unasked = texts.filter(text => readCanary(text)?.visitor !== owner && !isGreeting(text))
  return [
    ...gaps(where, log),
    ...twice(where, log),
    ...order(where, log),
    ...unasked.map(text => found('foreign', `${text} in the ${where} of visitor ${owner ?? 'nobody'}`)),
    ...(owner === undefined ? [] : answered(where, log, excused))
  ]
}

export function gaps(where: string, lines: readonly Line[]): Finding[] {
  const at = lines.findIndex(({ seq }, i) => seq !== i + 1)
  return at < 0 ? [] : [found('gaps', `${where}: ${lines[at]?.seq} in place ${at + 1}`)]
}

export function twice(where: string, lines: readonly Line[]): Finding[] {
  const ids = lines.flatMap(({ id }) => id ?? [])
  const texts = lines.flatMap(({ text }) => (text === undefined || isGreeting(text) ? [] : text))
  const greetings = lines.filter(({ text }) => text !== undefined && isGreeting(text)).slice(1)
  return [
    ...[...again(ids), ...again(texts)].map(what => found('doubled', `${where}: ${what}`)),
    ...greetings.map(({ text }) => found('doubled', `${where}: a second greeting, ${text}`))
  ]
}

export const again = (list: readonly string[]): string[] => list.filter((item, i) => list.indexOf(item) !== i)

/** What was said stands in the order it was said, answers in that of their questions, and after them. */
function order(where: string, log: readonly Line[]): Finding[] {
  const canaries = log.flatMap(({ text }) => readCanary(text ?? '') ?? [])
  const said = canaries.filter(({ answer }) => answer === undefined).map(({ n }) => n)
  const answers = canaries.flatMap(({ n, answer }) => (answer === undefined ? [] : n * 10 + answer))
  const early = canaries.some(
    ({ n, answer }, i) =>
      answer !== undefined && !canaries.slice(0, i).some(other => other.n === n && other.answer === undefined)
  )
  return [
    ...(ascends(said) ? [] : [found('reordered', `${where}: said ${said.join(' ')}`)]),
    ...(ascends(answers) ? [] : [found('reordered', `${where}: answers ${answers.join(' ')}`)]),
    ...(early ? [found('reordered', `${where}: an answer before its question`)] : [])
  ]
}

/** Equal neighbours are doubles, not disorder. */
const ascends = (list: readonly number[]): boolean => list.every((n, i) => n >= (list[i - 1] ?? 0))

function answered(where: string, log: readonly Line[], excused: ReadonlySet<number>): Finding[] {
  const texts = new Set(log.flatMap(({ text }) => text ?? []))
  const owed = log.filter(({ seq }) => !excused.has(seq))
  const missing = owed.flatMap(({ text }) => answersOfSaid(text ?? '')).filter(answer => !texts.has(answer))
  const greeted = [...texts].some(isGreeting) || log.some(line => isStart(line) && excused.has(line.seq))
  return [...missing, ...(greeted ? [] : ['a greeting'])].map(what =>
    found('unanswered', `${where}: ${what} is missing`)
  )
}

const isStart = ({ kind }: Line): boolean => kind === 'opened'

const answersOfSaid = (text: string): readonly string[] =>
  readCanary(text)?.answer === undefined ? answersTo(text) : []
