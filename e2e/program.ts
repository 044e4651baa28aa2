import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A process of ours: the relay, the reference bot, the demo. */
export interface Program {
  pid: number
  /** All it has printed so far, for a failed journey. */
  printed(): string
  tell(signal: NodeJS.Signals): void
  /** Resolves once it is gone. */
  stop(signal: NodeJS.Signals): Promise<void>
  /** Resolves once it is gone, by itself. */
  ended(): Promise<void>
}

export interface Launch {
  /** Under `relay` in what was built, with its arguments. */
  command: readonly [file: string, ...args: string[]]
  /** What was built is there. */
  dist?: string | undefined
  cwd: string
  env?: Readonly<Record<string, string>>
  /** It is ready once it has printed this. */
  ready: RegExp
}

/** Starts a built program and waits until it says that it is ready. */
export async function start({
  command,
  dist = `${root}dist`,
  cwd,
  env = {},
  ready
}: Launch): Promise<Program> {
  const [file, ...args] = command
  const child = spawn(process.execPath, [join(dist, 'relay', file), ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const printed = listen(child)
  dieTogether(child)
  await printedOnce(child, printed, ready)
  return {
    pid: child.pid ?? 0,
    printed,
    tell: signal => void child.kill(signal),
    stop: signal => stop(child, signal),
    ended: () => ended(child)
  }
}

/** A run that is broken off must not leave ghosts. */
function dieTogether(child: ChildProcess): void {
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

function listen(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  return () => text
}

function printedOnce(child: ChildProcess, printed: () => string, ready: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (ready.test(printed())) resolve()
    })
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`ended with ${code} before it was ready:\n${printed()}`)))
  })
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = ended(child)
  child.kill(signal)
  await gone
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
