import type { DestinationId } from '../../conversation/delivery.ts'
import type { Heard } from '../../conversation/heard.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Api } from './api.ts'
import type { EngageContent } from './contract.ts'
import { notForTheBot } from './gate.ts'
import { heardOf } from './heard.ts'
import { searchContents } from './look.ts'
import type { Memory } from './memory.ts'
import type { Myself } from './myself.ts'
import type { Settings } from './settings.ts'

interface Looker {
  settings: Settings
  api: Api
  memory: Memory
  myself: Myself
  self: DestinationId
  clock: Clock
}

const hourMs = 3_600_000
/** A bound for a search that never ends. */
const mostPages = 20

/** After about three hours of failing a webhook is given up on: what is unanswered there is asked for instead. */
export async function look(looker: Looker): Promise<readonly Heard[]> {
  const { settings, clock, self, myself, memory } = looker
  const known = await myself.learn()
  const at = clock.now()
  const found: EngageContent[] = []
  for (const query of queriesOf(settings))
    found.push(...(await since(at - settings.lookBackHours * hourMs, query, looker)))
  const ours = found
    .filter(one => notForTheBot(one, settings, known) === undefined)
    .toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))
  for (const one of ours) memory.found(one.thread, one, one.createdAt ?? 0)
  return ours.flatMap(one => heardOf(one, { settings, self, at }) ?? [])
}

function queriesOf({ sources, lookFor }: Settings): string[] {
  const places = sources.length === 0 ? [''] : sources.map(source => `source:"${source}" `)
  return places.flatMap(place => lookFor.map(status => `${place}status_in:"${status}" order:created_at.desc`))
}

/** The oldest first, though the newest are asked for first: an old account may have many that nobody will answer. */
async function since(earliest: number, query: string, { api }: Looker): Promise<EngageContent[]> {
  const found: EngageContent[] = []
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await searchContents(api, query, found.length)
    if (!answer.ok) throw new Error(answer.receipt.reason)
    found.push(...answer.contents)
    const isPast = answer.contents.some(({ createdAt = 0 }) => createdAt < earliest)
    if (answer.isLast || isPast || answer.contents.length === 0) break
  }
  return found.filter(({ createdAt = 0 }) => createdAt >= earliest).toReversed()
}
