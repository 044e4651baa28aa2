import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { runProgram } from './children.ts'
import { type Pair, startPair } from './relays.ts'
import type { Contestant } from './setup.ts'

const loaded = z.object({
  saturated: z.object({ perSecond: z.number(), cpuUsEach: z.number(), unanswered: z.number() }),
  paced: z.object({
    p50: z.number(),
    p99: z.number(),
    max: z.number(),
    cpuUsEach: z.number(),
    unanswered: z.number()
  })
})
const idled = z.object({ bytesEach: z.number() })

export interface Plan {
  seconds: number
  /** 0: memory is not measured. */
  sockets: number
  /** For the relay's node, such as --cpu-prof. */
  flags: readonly string[]
}

/** What one round says of one contestant. */
export interface Measured extends z.infer<typeof loaded> {
  /** Memory of an idle socket, in bytes. */
  idle?: number
  /** The same for conversations that a relay found in its store. */
  resumed?: number
}

export const results = fileURLToPath(new URL('../test-results', import.meta.url))
const program = fileURLToPath(new URL('client.ts', import.meta.url))

/** Each measurement of memory gets processes that have done nothing else. */
export async function playRound(contestant: Contestant, plan: Plan): Promise<Measured> {
  mkdirSync(results, { recursive: true })
  const folder = mkdtempSync(join(results, 'bench-'))
  try {
    const measured: Measured = await underLoad(contestant, folder, plan)
    if (plan.sockets === 0) return measured
    const idle = await whenIdle(contestant, join(folder, 'idle'), plan.sockets)
    if (contestant !== 'footbridge') return { ...measured, idle }
    return { ...measured, idle, resumed: await whenIdle(contestant, join(folder, 'idle'), plan.sockets) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function underLoad(contestant: Contestant, folder: string, { seconds, flags }: Plan) {
  return withPair(contestant, folder, flags, async pair => {
    const args = orders(contestant, pair, ['--seconds', `${seconds}`])
    return loaded.parse(await runProgram(args, seconds * 2_000 + 60_000))
  })
}

/** The second time in the same folder, the same conversations are resumed. */
async function whenIdle(contestant: Contestant, folder: string, sockets: number): Promise<number> {
  mkdirSync(folder, { recursive: true })
  return withPair(contestant, folder, [], async pair => {
    const args = orders(contestant, pair, ['--idle', `${sockets}`, '--tokens', join(folder, 'tokens')])
    return idled.parse(await runProgram(args, 120_000)).bytesEach
  })
}

function orders(contestant: Contestant, { url, relayPid }: Pair, more: readonly string[]): string[] {
  const pair = ['--contestant', contestant, '--url', url, '--relayPid', `${relayPid}`]
  return ['--import', 'tsx', program, ...pair, ...more]
}

async function withPair<T>(
  contestant: Contestant,
  folder: string,
  flags: readonly string[],
  work: (pair: Pair) => Promise<T>
): Promise<T> {
  const pair = await startPair(contestant, folder, flags)
  try {
    return await work(pair)
  } finally {
    await pair.stop()
  }
}
