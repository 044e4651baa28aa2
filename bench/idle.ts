import { rssBytes, settle } from './process.ts'
import type { Visitor } from './visitor.ts'

const atOnce = 100

/** How many bytes each of `count` sockets takes that do nothing; the first few are not counted. */
export async function idle(
  open: (index: number) => Promise<Visitor>,
  { relayPid, first, count }: { relayPid: number; first: number; count: number }
) {
  const visitors = await openAll(open, 0, first)
  await settle(relayPid)
  const before = rssBytes(relayPid)
  visitors.push(...(await openAll(open, first, first + count)))
  await settle(relayPid)
  const bytesEach = (rssBytes(relayPid) - before) / count
  return { bytesEach, tokens: visitors.map(({ token }) => token) }
}

async function openAll(open: (index: number) => Promise<Visitor>, from: number, to: number) {
  const visitors: Visitor[] = []
  for (let index = from; index < to; index += atOnce) {
    const several = Array.from({ length: Math.min(atOnce, to - index) }, (_, i) => open(index + i))
    visitors.push(...(await Promise.all(several)))
  }
  return visitors
}
