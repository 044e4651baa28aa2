import { answersTo } from './canary.ts'
import { again, found } from './check-log.ts'
import type { Dead, Finding, Line, Stored } from './records.ts'
import { mayLose } from './settings.ts'

/**
 * What was given up on, and rightly so: a start that the visitor sees nothing of, and a text that its visitor was told of.
 * Only where no call may be made twice.
 */
export function excusedIn(conversation: string, { logs, dead }: Stored): ReadonlySet<number> {
  const log = logs.get(conversation) ?? []
  const ours = dead.filter(one => one.conversation === conversation && isExcused(one, log))
  return new Set(ours.map(({ seq }) => seq))
}

function isExcused({ destination, seq }: Dead, log: readonly Line[]): boolean {
  if (destination !== mayLose) return false
  return log[seq - 1]?.kind === 'opened' || log.some(({ of }) => of === seq)
}

/** Every other dead letter; and whatever the log says of what was given up on that cannot be so. */
export function checkUndelivered({ logs, dead }: Stored): Finding[] {
  const wrong = dead.filter(one => !isExcused(one, logs.get(one.conversation) ?? []))
  return [
    ...wrong.map(({ destination, conversation, seq, reason }) =>
      found('owed', `a dead letter: ${seq} of log ${conversation} to ${destination}: ${reason}`)
    ),
    ...[...logs].flatMap(([id, log]) => [...toldTwice(id, log), ...answeredAllTheSame(id, log)])
  ]
}

const toldTwice = (id: string, log: readonly Line[]): Finding[] =>
  again(log.flatMap(({ of }) => (of === undefined ? [] : String(of)))).map(of =>
    found('doubled', `log ${id}: ${of} is undelivered twice`)
  )

/** The last answer comes with the mark that all of them are there: then it was delivered. */
function answeredAllTheSame(id: string, log: readonly Line[]): Finding[] {
  const texts = new Set(log.flatMap(({ text }) => text ?? []))
  const undelivered = log.flatMap(({ of }) => (of === undefined ? [] : (log[of - 1]?.text ?? [])))
  return undelivered
    .filter(text => answersTo(text).every(answer => texts.has(answer)))
    .map(text => found('divergent', `log ${id}: ${text} is undelivered, and answered`))
}
