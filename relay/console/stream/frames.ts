import type { Store, Stored } from '../../conversation/store.ts'
import { toldToAgents } from '../told.ts'

/** An event in the way of server-sent events. JSON has no line ends of its own. */
export const eventOf = (event: string, data: unknown): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** From where the browser goes on if it is cut off now. Alone it is no event. */
export const placeOf = (place: number): string => `id: ${place}\n`

/** A frame is closed once it has so many characters. */
const largeFrame = 65_536

/** Entries of one conversation that follow on each other share a frame. Of who was erased meanwhile nothing is told. */
export async function framesOf(
  store: Pick<Store, 'summary'>,
  stored: readonly Stored[]
): Promise<readonly string[]> {
  const frames = await Promise.all(groupsOf(stored).map(group => frameOf(store, group)))
  return frames.filter(frame => frame !== undefined)
}

interface Group {
  of: Stored['conversation']
  last: number
  entries: object[]
  length: number
}

function groupsOf(stored: readonly Stored[]): readonly Group[] {
  const groups: Group[] = []
  for (const { place, conversation, entry } of stored) {
    const told = toldToAgents(entry)
    const { length } = JSON.stringify(told)
    const group = groups.at(-1)
    if (group?.of === conversation && group.length + length <= largeFrame) {
      group.entries.push(told)
      group.last = place
      group.length += length
    } else groups.push({ of: conversation, last: place, entries: [told], length })
  }
  return groups
}

async function frameOf(
  store: Pick<Store, 'summary'>,
  { of, last, entries }: Group
): Promise<string | undefined> {
  const summary = await store.summary(of)
  if (!summary) return undefined
  return placeOf(last) + eventOf('entries', { conversation: of, entries, summary })
}
