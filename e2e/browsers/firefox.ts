import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import { type Driver, keysOf, pressAt, type System, type Tab } from './driver.ts'
import { dieTogether } from './ghosts.ts'

export const firefoxPath = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr'

export function hasFirefox(): boolean {
  try {
    accessSync(firefoxPath, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Firefox itself, without a driver beside it: it speaks WebDriver BiDi by itself. */
export async function openFirefox({ dark }: System): Promise<Driver> {
  const profile = await mkdtemp(join(tmpdir(), 'footbridge-firefox-'))
  // 0 is dark, 1 is light; without a word it is as the system of whoever runs this.
  const theme = `user_pref("layout.css.prefers-color-scheme.content-override", ${dark ? 0 : 1});\n`
  await writeFile(join(profile, 'user.js'), theme)
  const child = spawn(firefoxPath, ['--headless', '--remote-debugging-port=0', '--profile', profile], {
    stdio: ['ignore', 'ignore', 'pipe']
  })
  dieTogether([child])
  const call = await callsOf(`${await addressOf(child)}/session`)
  const { capabilities } = await call('session.new', { capabilities: {} })
  const { browserName, browserVersion } = record(capabilities)
  return {
    name: `${String(browserName)} ${String(browserVersion)}`,
    async newProfile() {
      const { userContext } = await call('browser.createUserContext', {})
      const openTab = async () =>
        tabOf(call, await call('browsingContext.create', { type: 'tab', userContext }))
      return {
        first: await openTab(),
        openTab,
        close: async () => void (await call('browser.removeUserContext', { userContext }))
      }
    },
    async close() {
      await call('browser.close', {}).catch(() => child.kill())
      await new Promise(resolve => (child.exitCode === null ? child.once('exit', resolve) : resolve(0)))
      await rm(profile, { recursive: true, force: true })
    }
  }
}

function tabOf(call: Call, { context }: Fields): Tab {
  const here = (method: string, params: Fields) => call(`browsingContext.${method}`, { context, ...params })
  async function act(actions: unknown): Promise<void> {
    await here('activate', {})
    await call('input.performActions', { context, actions: [actions] })
  }
  return {
    visit: async url => void (await here('navigate', { url, wait: 'complete' })),
    goBack: async () => void (await here('traverseHistory', { delta: -1 })),
    async run(source, ...args) {
      const answer = await call('script.callFunction', {
        // As JSON, so that every value comes back the same way.
        functionDeclaration: `async (...args) => JSON.stringify((await (${source})(...args)) ?? null)`,
        target: { context },
        awaitPromise: true,
        arguments: args.map(value => ({ type: 'string', value }))
      })
      const { type, result, exceptionDetails } = answer
      if (type !== 'success') throw new Error(`the page threw ${String(record(exceptionDetails)['text'])}`)
      return JSON.parse(String(record(result)['value']))
    },
    click: at => act(pressAt(at)),
    type: text => act(keysOf(text)),
    resize: async (width, height) => void (await here('setViewport', { viewport: { width, height } })),
    picture: async () => String((await here('captureScreenshot', {}))['data'])
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      const found = /listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', code => reject(new Error(`Firefox ended with ${code}: ${said}`)))
  })
}

type Fields = Record<string, unknown>
type Call = (method: string, params: Fields) => Promise<Fields>

const record = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})

async function callsOf(address: string): Promise<Call> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<unknown, { resolve(result: Fields): void; reject(error: Error): void }>()
  let last = 0
  socket.on('message', (data: Buffer) => {
    const { id, type, result, error, message } = record(JSON.parse(data.toString()))
    const one = waiting.get(id)
    waiting.delete(id)
    if (type === 'error') one?.reject(new Error(`${String(error)}: ${String(message)}`))
    else one?.resolve(record(result))
  })
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}
