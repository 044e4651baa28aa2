import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Running {
  pid: number
  stop(): Promise<void>
}

const startsWithinMs = 15_000
const stopsWithinMs = 8_000
const children = new Set<ChildProcess>()

/** Whatever still runs ends with this process. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL')
}

/** Starts a server, and waits until it says that it listens. */
export async function startServer(args: readonly string[]): Promise<Running> {
  const child = run(args)
  await within(startsWithinMs, `${args.join(' ')} does not listen`, firstLine(child, /listens on/))
  return { pid: child.pid ?? 0, stop: () => stop(child) }
}

/** Runs a program to its end; what it printed on its last line, as JSON. */
export async function runProgram(args: readonly string[], withinMs: number): Promise<unknown> {
  const child = run(args)
  const ended = firstLine(child, /^\{/).then(line => JSON.parse(line))
  try {
    return await within(withinMs, `${args.join(' ')} takes too long`, ended)
  } finally {
    await stop(child)
  }
}

function run(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  child.on('exit', () => children.delete(child))
  return child
}

function firstLine(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`)))
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', line => {
      if (pattern.test(line)) resolve(line)
    })
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (!children.has(child)) {
      resolve()
      return
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs)
    child.on('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(what)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
