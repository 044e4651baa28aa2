import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { accounts, type Desk, signIn } from '../../testing/desk.ts'
import { type RunningRelay, runRelay } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

let relay: RunningRelay
let clock: TestClock
let anna: Desk
let olaf: Desk
beforeEach(async () => {
  clock = testClock()
  relay = await runRelay(accounts(), { clock })
  anna = await signIn(relay, 'anna')
  olaf = await signIn(relay, 'olaf')
})
afterEach(() => relay.close())

const line = (name: string, with_: string) => (text: string) =>
  text.replace(new RegExp(`(\\{ name: ${name},.*) \\}`), `$1, ${with_} }`)
const disabled = (name: string) => line(name, 'disabled: true')(accounts())
const without = (name: string) => accounts().replace(new RegExp(`.*name: ${name},.*\n`), '')
const status = async (desk: Desk, path = '/me') => (await desk.ask('GET', path)).status
const logged = (words: RegExp) => relay.logged.filter(one => words.test(one))
const deeds = async () => (await (await olaf.ask('GET', '/deeds')).json()).deeds

/** Another one than theirs, of the same words. */
const otherHash = (text: string, name: string) =>
  text.replace(new RegExp(`(name: ${name},.*scrypt\\$)10(\\$8\\$1\\$)\\w{4}`), '$110$2AAAA')

test.each([
  ['disabled', () => disabled('anna'), 'anna: disabled'],
  ['gone', () => without('anna'), 'anna: gone'],
  ['given another password', () => otherHash(accounts(), 'anna'), 'anna: password'],
  [
    'given another role',
    () => accounts().replace('Anna Berg, role: agent', 'Anna Berg, role: operator'),
    'anna: role operator'
  ]
])('[A40] whoever is %s is out at once: their sign-in, and their open stream', async (_, now, says) => {
  const listener = anna.listen()
  const others = olaf.listen()
  await until(() => listener.of('people').length > 0 && others.of('people').length > 0)
  await relay.reload(now())
  await until(() => listener.ended)
  expect(listener.heard.at(-1)).toMatchObject({ event: 'bye', data: { reason: 'signedOut' } })
  expect(await status(anna)).toBe(401)
  expect((await anna.ask('POST', '/presence', { state: 'away' })).status).toBe(401)
  expect(await status(olaf)).toBe(200)
  expect(others.ended).toBe(false)
  expect(logged(new RegExp(`read anew.*${says}"`))).toHaveLength(1)
  others.cut()
})

test('[A40] who is new, or there again, may sign in; and nobody who was out is in by that', async () => {
  await relay.reload(disabled('anna'))
  expect((await signIn(relay, 'anna')).cookie).toBe('')
  await relay.reload(accounts())
  expect(await status(anna)).toBe(401)
  expect(await status(await signIn(relay, 'anna'))).toBe(200)
  await relay.reload(without('anna'))
  await relay.reload(accounts())
  expect(await status(anna)).toBe(401)
  await relay.reload(accounts().replaceAll('ben', 'kim').replaceAll('Ben Cole', 'Kim Lee'))
  expect(await status(await signIn(relay, 'kim'))).toBe(200)
  expect((await signIn(relay, 'ben')).cookie).toBe('')
})

test('[A40] another password ends the sign-ins of the one before over a restart, too', async () => {
  await relay.restart(otherHash(accounts(), 'anna'))
  expect(await status(anna)).toBe(401)
  expect(await status(olaf)).toBe(200)
  // For good: also where the password is what it was once more.
  await relay.restart(accounts())
  expect(await status(anna)).toBe(401)
  expect(await status(olaf)).toBe(200)
  anna = await signIn(relay, 'anna')
  expect(await status(anna)).toBe(200)
  await relay.restart(disabled('anna'))
  await relay.restart(accounts())
  expect(await status(anna)).toBe(401)
})

test('[A40] to say of an account what it is anyway signs nobody out', async () => {
  const same = line('anna', 'oidc: anna')(accounts())
  expect(same).not.toBe(accounts())
  await relay.reload(same)
  expect(await status(anna)).toBe(200)
  await relay.restart(same)
  expect(await status(anna)).toBe(200)
})

test('[A40] what had begun to come in before is refused when it is there', async () => {
  const { port } = new URL(relay.url)
  const answered = new Promise<number | undefined>((resolve, reject) => {
    const slow = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/v1/presence',
        headers: {
          cookie: anna.cookie,
          origin: 'https://chat.example.com',
          'x-footbridge': 'console',
          'content-type': 'application/json',
          expect: '100-continue'
        }
      },
      response => resolve(response.resume().statusCode)
    )
    slow.on('error', reject)
    slow.on('continue', () => {
      slow.write('{"state":')
      // A second call that is answered: by then the first was let in at the door.
      void status(anna)
        .then(() => relay.reload(disabled('anna')))
        .then(() => slow.end('"away"}'), reject)
    })
    slow.flushHeaders()
  })
  expect(await answered).toBe(401)
})

test('[A41] what is not right is refused as a whole, and what it says is in the log without what stands there', async () => {
  await expect(async () =>
    relay.reload(disabled('anna').replace('role: agent', 'role: king'))
  ).rejects.toThrow('console.accounts[0].role')
  expect(await status(anna)).toBe(200)
  expect(logged(/read anew/)).toEqual([])
})

test('[A41] accounts that do not fit what needs a restart are refused with it', async () => {
  const now = `${line('anna', 'disabled: true')(accounts()).replace(/, hash: '[^']*' \}\n *- \{ name: olaf/, ' }\n    - { name: olaf')}
  oidc: { issuer: "https://login.example.com", clientId: footbridge }`
  await expect(async () => relay.reload(now)).rejects.toThrow('console.accounts[1].hash')
  expect(await status(anna)).toBe(200)
})

test('[A42] what else is changed is said by its keys, and is as it was', async () => {
  const now = `${accounts()}  idleMinutes: 5\nlimits: { socketsAtOnce: 7 }`
  await relay.reload(now.replaceAll('Anna Berg', 'Anna Bergmann'))
  expect(logged(/not taken/)).toEqual([
    expect.stringContaining('"needsRestart":"console.idleMinutes, limits.socketsAtOnce"')
  ])
  clock.move(10 * 60_000)
  expect(await status(olaf)).toBe(200)
  await relay.reload(accounts())
  expect(logged(/not taken/)).toHaveLength(1)
})

test('[A42] where there is no console, or no more, nothing is taken of it', async () => {
  await relay.reload('')
  expect(logged(/not taken/)).toEqual([expect.stringContaining('"needsRestart":"console"')])
  expect(await status(anna)).toBe(200)
})

test('[A42] canned replies are those of the file', async () => {
  const canned = async () => (await (await olaf.ask('GET', '/canned')).json()).canned
  expect(await canned()).toEqual([])
  await relay.reload(accounts('  canned: [{ shortcut: hi, text: Hello }]'))
  expect(await canned()).toEqual([{ shortcut: 'hi', text: 'Hello' }])
})

test('[A43] the audit log says what was changed, by the configuration', async () => {
  await relay.reload(disabled('anna'))
  expect((await deeds())[0]).toMatchObject({
    who: 'configuration',
    what: 'accounts',
    about: 'anna: disabled',
    outcome: '200',
    at: clock.now()
  })
  const before = (await deeds()).length
  await relay.reload(disabled('anna'))
  expect(await deeds()).toHaveLength(before)
})
