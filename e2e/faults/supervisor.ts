import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Random } from './random.ts'
import { Tally } from './tally.ts'
import { pause } from './wait.ts'

export interface SupervisorOptions {
  /** The built relay. */
  main: string
  config: string
  random: Random
  /** Crash points with their chances, used in turn. */
  crashes: readonly string[]
}

/** Should this process die, even by SIGKILL, no relay stays behind to talk to the next run. */
const leash = `data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGKILL'))`
const faultLine = /"error":"([^"]*)".*"msg":"(a fault[^"]*)"/g
const stopWithinMs = 10_000
const withCrash = 0.75

/** Keeps a relay running: whatever ends it, and it ends often, another one is started. */
export class Supervisor {
  /** Starts, and ends by their cause. */
  readonly tally = new Tally()
  /** What the relay's own log calls a fault, with its error. */
  readonly logged = new Tally()
  /** What the process did that it must not do. */
  readonly faults: string[] = []
  /** From a start to its first word, the longest of all. */
  slowestStartMs = 0
  readonly #options: SupervisorOptions
  readonly #onExit = () => this.#child?.kill('SIGKILL')
  #crashes: string[] = []
  #child: ChildProcess | undefined
  readonly #meant = new Set<NodeJS.Signals>()
  #crash: string | undefined
  #ready: Promise<void> = Promise.resolve()
  #calm = false
  #stopped = false

  constructor(options: SupervisorOptions) {
    this.#options = options
    process.on('exit', this.#onExit)
    this.#start(options.crashes.length > 0 ? 'in-migration:0.3' : undefined)
  }

  /** Listening: this one, or whichever came after it. */
  async up(): Promise<void> {
    for (let ready: Promise<void> | undefined; ready !== this.#ready; ) {
      ready = this.#ready
      await ready
    }
  }

  kill(): void {
    this.#end('SIGKILL')
  }

  /** As a deployment does. */
  terminate(): void {
    // A second one would mean: now, and untidily.
    if (this.#meant.has('SIGTERM')) return
    this.#end('SIGTERM')
    const child = this.#child
    const late = setTimeout(() => {
      if (child?.exitCode !== null || child.signalCode !== null) return
      this.faults.push(`the relay did not stop within ${stopWithinMs} ms`)
      child.kill('SIGKILL')
    }, stopWithinMs)
    child?.once('exit', () => clearTimeout(late))
  }

  /** It stands still, and does not know that time went on. */
  async freeze(ms: number): Promise<void> {
    const child = this.#child
    this.tally.add('SIGSTOP')
    child?.kill('SIGSTOP')
    await pause(ms)
    child?.kill('SIGCONT')
  }

  /** One more, that dies of nothing. */
  async calm(): Promise<void> {
    this.#calm = true
    await this.up()
    this.kill()
    await this.#gone()
    await this.up()
  }

  async stop(): Promise<void> {
    if (this.#stopped) return
    this.#stopped = true
    this.terminate()
    await this.#gone()
    process.off('exit', this.#onExit)
  }

  #end(signal: NodeJS.Signals): void {
    this.#meant.add(signal)
    this.#child?.kill(signal)
  }

  async #gone(): Promise<void> {
    const child = this.#child
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }

  #nextCrash(): string | undefined {
    const { random, crashes } = this.#options
    if (this.#calm || crashes.length === 0 || !random.chance(withCrash)) return undefined
    if (this.#crashes.length === 0) this.#crashes = [...crashes].sort(() => random.next() - 0.5)
    return this.#crashes.pop()
  }

  #start(crash: string | undefined): void {
    const { main, config } = this.#options
    const began = performance.now()
    this.tally.add('starts')
    this.#meant.clear()
    this.#crash = crash
    const child = spawn(process.execPath, ['--import', leash, main, 'serve', '--config', config], {
      env: { PATH: process.env['PATH'], ...(crash && { FOOTBRIDGE_CRASH: crash }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    })
    this.#child = child
    let printed = ''
    const hear = (chunk: Buffer) => {
      printed = `${printed}${chunk.toString()}`.slice(-2_000)
    }
    child.stderr?.on('data', hear)
    this.#ready = new Promise(resolve => {
      child.stdout?.on('data', (chunk: Buffer) => {
        hear(chunk)
        for (const [, error, what] of chunk.toString().matchAll(faultLine))
          this.logged.add(`${what}: ${error}`)
        if (!printed.includes('Footbridge listens')) return
        this.slowestStartMs = Math.max(this.slowestStartMs, performance.now() - began)
        resolve()
      })
      child.once('exit', (code, signal) => {
        this.#judge(code, signal, printed)
        if (!this.#stopped) this.#start(this.#nextCrash())
        resolve()
      })
    })
  }

  /** Why it ended, and whether it may have. */
  #judge(code: number | null, signal: NodeJS.Signals | null, printed: string): void {
    const point = this.#crash?.split(':')[0]
    if (signal === 'SIGKILL' && this.#meant.has('SIGKILL')) this.tally.add('SIGKILL')
    else if (signal === 'SIGKILL' && point) this.tally.add(point)
    else if (code === 0 && this.#meant.has('SIGTERM')) this.tally.add('SIGTERM')
    // Before it had begun to listen for signals.
    else if (signal === 'SIGTERM' && this.#meant.has('SIGTERM')) this.tally.add('SIGTERM at the start')
    else this.faults.push(`the relay ended by itself with ${signal ?? code}: ${printed}`)
  }
}
