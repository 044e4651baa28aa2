import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from './ports.ts'
import { start } from './program.ts'

/** What `npm start` runs, in an empty folder. */
export interface Demo {
  /** The address that it printed. */
  page: string
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
  const page = /^Demo page\s+(\S+)/m.exec(program.printed())?.[1] ?? ''
  return {
    page,
    async close() {
      await program.stop('SIGTERM')
      await rm(cwd, { recursive: true, force: true })
    }
  }
}
