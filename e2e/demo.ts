import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from './ports.ts'
import { start } from './program.ts'

/** What `npm start` runs, in an empty folder. */
export interface Demo {
  /** The addresses that it printed, and the password. */
  page: string
  console: string
  password: string
  close(): Promise<void>
}

export async function startDemo(): Promise<Demo> {
  const cwd = await mkdtemp(join(tmpdir(), 'footbridge-demo-'))
  const [port = 0] = await freePorts(2)
  const program = await start({
    command: ['main.js', 'demo'],
    cwd,
    env: { PORT: String(port) },
    ready: /^Ctrl\+C/m
  })
  const printed = (what: RegExp) => what.exec(program.printed())?.[1] ?? ''
  return {
    page: printed(/^Demo page\s+(\S+)/m),
    console: printed(/^Console\s+(\S+)/m),
    password: printed(/password (\S+)\)/),
    async close() {
      await program.stop('SIGTERM')
      await rm(cwd, { recursive: true, force: true })
    }
  }
}
