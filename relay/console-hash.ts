import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { hashOf } from './lib/password.ts'

/** The shortest password that is taken. NIST SP 800-63B-4, 3.1.1.2: 15 where it is the only factor. */
const shortest = 15

/** What to write into the configuration for a password, or what is wrong with it. */
export async function hashLine(password: string): Promise<{ line: string } | { wrong: string }> {
  const { length } = Array.from(password.normalize('NFKC'))
  if (length < shortest) return { wrong: `a password has at least ${shortest} characters` }
  return { line: `hash: '${await hashOf(password)}'` }
}

/** Asks for a password, which is shown nowhere; from a pipe it is the first line. */
export async function askPassword(input: NodeJS.ReadStream, output: NodeJS.WritableStream): Promise<string> {
  const silent = new Writable({ write: (_, __, done) => done() })
  const lines = createInterface({ input, output: silent, terminal: input.isTTY })
  // Only now does the terminal show nothing of what is typed: who is quick would read their password there.
  if (input.isTTY) output.write('Password: ')
  const [line = ''] = await new Promise<string[]>(resolve => {
    lines.once('line', text => resolve([text]))
    lines.once('close', () => resolve([]))
  })
  lines.close()
  if (input.isTTY) output.write('\n')
  return line
}
