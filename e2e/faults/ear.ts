import { down } from '#shared/wire/down.ts'
import { visitorsIn } from './canary.ts'
import type { CheckName, Finding } from './records.ts'

/**
 * Listens to one socket of a visitor beside the widget, which would hide a mistake of the relay by asking again:
 * entries must go on exactly where welcome said, without a hole and without a repeat, and be this visitor's own.
 */
export function createEar(visitor: number, tell: (finding: Finding) => void): (wire: string) => void {
  let next = 1
  const say = (check: CheckName, what: string) => tell({ check, what: `wire of visitor ${visitor}: ${what}` })

  function place(seq: number): void {
    if (seq > next) say('gaps', `${seq} where ${next} was to come`)
    if (seq < next) say('doubled', `${seq} where ${next} was to come`)
    next = seq + 1
  }

  return wire => {
    const strange = visitorsIn(wire).filter(named => named !== visitor)
    for (const named of strange) say('foreign', `a text of visitor ${named}`)
    const read = down.safeParse(JSON.parse(wire))
    if (!read.success) say('faults', `not the protocol: ${wire.slice(0, 200)}`)
    else if (read.data.type === 'welcome') next = read.data.after + 1
    else if (read.data.type === 'entries') for (const { seq } of read.data.entries) place(seq)
  }
}
