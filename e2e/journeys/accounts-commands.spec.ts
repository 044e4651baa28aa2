import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main, run } from '../command.ts'
import { expect, test } from '../fixtures.ts'
import { usualSettings } from '../settings.ts'

const password = 'correct horse battery staple'
const hashLine = /^hash: 'scrypt\$\d+\$8\$\d+\$[\w-]{22}\$[\w-]{43}'$/

/** What stands on a terminal where somebody types this, each line once it is asked for. */
function typed(args: readonly string[], asked: RegExp, answer: string): Promise<string> {
  const command = [process.execPath, main, ...args].map(part => `'${part}'`).join(' ')
  // Whoever runs the journeys may want colours, of which Node would speak on this terminal.
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { env })
  let screen = ''
  let isAnswered = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text
    if (isAnswered || !asked.test(screen)) return
    isAnswered = true
    child.stdin.write(`${answer}\r`)
  })
  return new Promise((resolve, reject) => {
    child.once('error', cause =>
      reject(new Error('script (util-linux) is needed to be a terminal', { cause }))
    )
    child.once('close', () => resolve(screen))
  })
}

test('[A45] on a terminal a password is asked for and shown nowhere; what is printed is its hash', async () => {
  const screen = await typed(['console', 'hash'], /Password: /, password)
  const lines = screen.split(/[\r\n]+/).filter(line => line !== '')
  expect(lines).toEqual(['Password: ', expect.stringMatching(hashLine)])
  expect(screen).not.toContain(password)
})

test('[A45] from a pipe it is the first line; one that is too short, or missing, is told so in words', async () => {
  const made = await run(['console', 'hash'], `${password}\nanother line\n`)
  expect([made.code, made.said.trimEnd(), made.complained]).toEqual([0, expect.stringMatching(hashLine), ''])
  for (const short of ['too short\n', '']) {
    const { code, said, complained } = await run(['console', 'hash'], short)
    expect([code, said, complained]).toEqual([1, '', 'a password has at least 15 characters\n'])
  }
})

test.describe('with an account of that hash', () => {
  test.use({
    settings: async ({ locale }, use) => {
      void locale
      const { said } = await run(['console', 'hash'], password)
      const more = `console:\n  accounts:\n    - name: anna\n      role: agent\n      ${said.trimEnd()}`
      await use({ ...usualSettings, more })
    }
  })

  test('[A45] what it has printed signs in, and nothing else does', async ({ relay }) => {
    const signsIn = async (word: string) => {
      const { status } = await fetch(`${relay.url}/api/v1/sign-in`, {
        method: 'POST',
        headers: { origin: relay.url, 'x-footbridge': 'console', 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'anna', password: word })
      })
      return status
    }
    expect([await signsIn(password), await signsIn(`${password} `)]).toEqual([200, 401])
  })
})

test('[A46] what an issuer is to be told of the relay is printed, whole, and no secret', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-check-'))
  const file = join(folder, 'footbridge.yaml')
  await writeFile(file, withIssuer)
  const { code, said, complained } = await run(['check', '--config', file])
  await rm(folder, { recursive: true, force: true })
  expect([code, complained]).toEqual([0, ''])
  expect(said.split('\n')).toContain(
    'console.oidc: register https://chat.example.com/base/api/v1/sign-in/oidc/return'
  )
  for (const secret of ['a-secret-for-the-journeys', 'the-secret-of-the-client'])
    expect(said).not.toContain(secret)
})

const withIssuer = `
publicUrl: https://chat.example.com/base/
secret: a-secret-for-the-journeys
console:
  accounts: [{ name: anna@example.com, role: agent }]
  oidc: { issuer: "https://login.example.com", clientId: footbridge, clientSecret: the-secret-of-the-client }
sites:
  shop: { origins: ["https://shop.example"], bot: support, start: { restart: true } }
bots:
  support:
    platform: ingenious
    baseUrl: https://bot.example.com
    accessToken: the-bots-own-access-token
    teamId: a
    botId: b
    webhookId: c
    webhookSecret: the-secret-of-the-webhook
`
