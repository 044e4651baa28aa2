import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Linux counts processor time in hundredths of a second. */
const tickUs = 10_000

/** Processor time a process has used, all its threads together, in microseconds. */
export function cpuUs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickUs
}

/** Resident memory of a process, in bytes. */
export function rssBytes(pid: number): number {
  const kB = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kB) * 1024
}

/** How many files and sockets this process may have open. */
export function filesAllowed(): number {
  const soft = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
  return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft)
}

/** Waits until the process has nothing to do, then lets it collect its garbage (it was started to do so when told). */
export async function settle(pid: number): Promise<void> {
  const end = Date.now() + 20_000
  let used = cpuUs(pid)
  for (let quiet = 0; quiet < 2 && Date.now() < end; ) {
    await sleep(500)
    const now = cpuUs(pid)
    quiet = now - used <= 2 * tickUs ? quiet + 1 : 0
    used = now
  }
  for (let i = 0; i < 3; i += 1) {
    process.kill(pid, 'SIGUSR2')
    await sleep(500)
  }
}
