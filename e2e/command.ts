import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const main = fileURLToPath(new URL('../dist/relay/main.js', import.meta.url))
export const livechat = fileURLToPath(new URL('../dist/relay/livechat.js', import.meta.url))

export interface Ended {
  code: number | null
  /** On standard output, and on the other. */
  said: string
  complained: string
}

/** Runs a command of the built relay to its end, as `npm run` does. */
export function run(args: readonly string[], input = '', program = main): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'] } })
  const ended: Ended = { code: null, said: '', complained: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.complained += text
  })
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ ...ended, code }))
  })
}
