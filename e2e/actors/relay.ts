import { execFile } from 'node:child_process'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { type Program, start } from '../program.ts'

const run = promisify(execFile)
const main = fileURLToPath(new URL('../../dist/relay/main.js', import.meta.url))

/** The relay as its operator has it: it can die, be stopped, be started again, and run out of disk. */
export class Relay {
  readonly url: string
  readonly #folder: string
  readonly #dist: string | undefined
  #program: Program

  private constructor(url: string, { folder, dist }: Home, program: Program) {
    this.url = url
    this.#folder = folder
    this.#dist = dist
    this.#program = program
  }

  static async start(port: number, folder: string, dist?: string): Promise<Relay> {
    const home = { folder, dist }
    return new Relay(`http://127.0.0.1:${port}`, home, await launch(home))
  }

  /** No time for a last word. */
  dies(): Promise<void> {
    return this.#program.stop('SIGKILL')
  }

  isStopped(): Promise<void> {
    return this.#program.stop('SIGTERM')
  }

  async isStartedAgain(life?: Life): Promise<void> {
    this.#program = await launch({ folder: this.#folder, dist: this.#dist }, life)
  }

  /** Of a life that was to end by itself. */
  isDead(): Promise<void> {
    return this.#program.ended()
  }

  /** What it has on its disk of files that were sent: where, and how many bytes. */
  async filesOnDisk(): Promise<string[]> {
    const root = join(this.#folder, 'files')
    const all = await readdir(root, { recursive: true, withFileTypes: true })
    const paths = all.filter(one => one.isFile()).map(({ parentPath, name }) => join(parentPath, name))
    // One that goes while they are looked at was not there.
    const sizes = await Promise.all(
      paths.map(path =>
        stat(path).then(
          ({ size }) => size,
          () => undefined
        )
      )
    )
    return paths
      .flatMap((path, at) => (sizes[at] === undefined ? [] : [`${path.slice(root.length + 1)} ${sizes[at]}`]))
      .sort()
  }

  /** Its operator changes the file, and says so. */
  async readsAnew(change: (configuration: string) => string): Promise<void> {
    const file = `${this.#folder}/footbridge.yaml`
    await writeFile(file, change(await readFile(file, 'utf8')))
    this.#program.tell('SIGHUP')
  }

  /** From here on no file of this process may grow: what a full disk does to it. */
  hasAFullDisk(): Promise<void> {
    return this.#limitFiles('1')
  }

  hasRoomAgain(): Promise<void> {
    return this.#limitFiles('unlimited')
  }

  /** Watched for so long, it lives all the while. */
  async staysAlive(forMs: number): Promise<void> {
    for (const until = Date.now() + forMs; Date.now() < until; await setTimeout(100)) {
      expect(await this.answers('/livez')).toBe(200)
    }
  }

  async answers(path: string): Promise<number> {
    const { status } = await fetch(this.url + path)
    return status
  }

  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text()
    const line = text.split('\n').find(one => one.startsWith(`${name} `))
    return Number(line?.slice(name.length + 1) ?? 0)
  }

  /** What `npm run preview-code` prints to an operator. */
  async givesAPreviewCode(site: string): Promise<string> {
    const args = ['preview-code', '--config', 'footbridge.yaml', '--site', site]
    const { stdout } = await run(process.execPath, [main, ...args], { cwd: this.#folder })
    return /^code +(\S+)$/m.exec(stdout)?.[1] ?? ''
  }

  printed(): string {
    return this.#program.printed()
  }

  async #limitFiles(soft: string): Promise<void> {
    await run('prlimit', ['--pid', String(this.#program.pid), `--fsize=${soft}:unlimited`]).catch(
      (cause: unknown) => {
        throw new Error('prlimit (util-linux) is needed to fill the disk of the relay', { cause })
      }
    )
  }
}

/** What it keeps is in its folder. */
interface Home {
  folder: string
  /** Where it was built, if not where it usually is. */
  dist: string | undefined
}

/** What is otherwise than usual in one life of it. */
interface Life {
  /** How far its clock is ahead. */
  laterMs?: number
  /** It dies instead of sending anything with these words. */
  diesBefore?: string
}

function launch({ folder, dist }: Home, { laterMs, diesBefore }: Life = {}): Promise<Program> {
  const before = [
    ...(laterMs === undefined ? [] : [ahead(laterMs)]),
    ...(diesBefore === undefined ? [] : [dying(diesBefore)])
  ]
  return start({
    dist,
    command: ['main.js', 'serve', '--config', `${folder}/footbridge.yaml`],
    cwd: folder,
    env: {
      NODE_OPTIONS: before.map(run => `--import=data:text/javascript,${encodeURIComponent(run)}`).join(' ')
    },
    ready: /^Footbridge listens on/m
  })
}

const ahead = (ms: number) => `const { now } = Date; Date.now = () => now() + ${ms}`

const dying = (words: string) => `
  import { Socket } from 'node:net'
  const { write } = Socket.prototype
  Socket.prototype.write = function (chunk, ...rest) {
    if (String(chunk).includes(${JSON.stringify(words)})) process.kill(process.pid, 'SIGKILL')
    return write.call(this, chunk, ...rest)
  }`
