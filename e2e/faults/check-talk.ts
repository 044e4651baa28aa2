import { readCanary } from './canary.ts'
import { checkLog, found } from './check-log.ts'
import type { Finding, Line, TalkRecord } from './records.ts'

/** A talk as its platform shows it, beside the relay's log of it. */
export function checkTalk(talk: TalkRecord, log: readonly Line[]): Finding[] {
  const { visitor, channel, address, lines, finished } = talk
  const where = `talk ${address ?? 'of nobody'} of ${channel}`
  const logged = new Set(log.flatMap(({ text }) => text ?? []))
  const lost = lines.flatMap(({ text = '' }) => (isSaid(text) && !logged.has(text) ? text : []))
  return [
    ...checkLog({ where, lines, owner: visitor }),
    ...lost.map(text => found('lost', `${text} stands in the ${where}, and in no log`)),
    ...(finished ? [] : [found('unfinished', `visitor ${visitor} of ${channel}`)])
  ]
}

function isSaid(text: string): boolean {
  const canary = readCanary(text)
  return canary !== undefined && canary.answer === undefined
}
