import type { LateSite } from '#shared/site.ts'
import type { Line } from '../connection/state.ts'
import type { Unsent } from '../connection/unsent.ts'
import { isOwn } from './rows.ts'

/** A form of the site's own, which is in no message. */
export type Question = { is: 'preChat' | 'offline' } & NonNullable<LateSite['preChat']>

/** Where what is filled in is kept: no message has these places. */
export const asked = { preChat: -1, offline: -2 } as const

type Told = Pick<LateSite, 'preChat' | 'offline' | 'hours'>

/** What the site asks just now. `from`: the first line that is known; what was said before it was said. */
export function questionOf(
  site: Told | undefined,
  log: { lines: readonly Line[]; from: number },
  unsent: Unsent
): Question | undefined {
  if (!site) return undefined
  const { preChat, offline, hours } = site
  const silent = !unsent.some(({ frame }) => frame.type === 'say')
  if (preChat && silent && log.from <= 1 && !log.lines.some(isOwn)) return { is: 'preChat', ...preChat }
  if (offline && hours?.open === false && silent && missesAPerson(log.lines))
    return { is: 'offline', ...offline }
  return undefined
}

/** A person was asked for and none came; and since then the visitor has said nothing. */
function missesAPerson(lines: readonly Line[]): boolean {
  const last = lines.findLast(line => isOwn(line) || line.kind === 'handback' || line.kind === 'handover')
  if (last?.kind === 'handback') return last.why === 'nobody' || last.why === 'late'
  return last?.kind === 'handover'
}
