import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { freePorts } from '../ports.ts'
import { type Driver, keysOf, type Profile, pressAt, type System, type Tab } from './driver.ts'
import { dieTogether } from './ghosts.ts'

const browsers = ['4.1', '6.0', '4.0']
  .map(version => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`)
  .concat('/usr/lib/x86_64-linux-gnu/webkitgtk-6.0/MiniBrowser')

export const hasWebKit = (): boolean =>
  ['WebKitWebDriver', 'Xvfb'].every(program => spawnSync(program, ['--version']).error === undefined) &&
  browsers.some(existsSync)

/** The WebKit of the distribution: its own browser on a display that nobody sees, driven by WebDriver. */
export async function openWebKit({ dark }: System): Promise<Driver> {
  const [port = 0] = await freePorts(1)
  const { screen, display } = await openDisplay()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env: {
      ...process.env,
      DISPLAY: display,
      LIBGL_ALWAYS_SOFTWARE: '1',
      GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita'
    },
    stdio: 'ignore'
  })
  dieTogether([driver, screen])
  const call = callsOf(`http://127.0.0.1:${port}`)
  await isUp(call)
  const first = await openSession(call)
  await first.close()
  return {
    name: first.name,
    newProfile: () => openSession(call),
    async close() {
      for (const child of [driver, screen]) child.kill()
    }
  }
}

async function openSession(call: Call): Promise<Profile & { name: string }> {
  const { sessionId, capabilities } = record(await call('POST', '/session', wanted()))
  const { browserName, browserVersion } = record(capabilities)
  const session: Call = (method, path, body) => call(method, `/session/${String(sessionId)}${path}`, body)
  return {
    name: `WebKitGTK ${String(browserName)} ${String(browserVersion)}`,
    first: tabOf(session, String(await session('GET', '/window'))),
    async openTab() {
      const { handle } = record(await session('POST', '/window/new', { type: 'tab' }))
      return tabOf(session, String(handle))
    },
    close: async () => void (await session('DELETE', ''))
  }
}

/** The driver looks at one tab at a time. */
function tabOf(session: Call, handle: string): Tab {
  async function to(method: string, path: string, body?: unknown): Promise<unknown> {
    await session('POST', '/window', { handle })
    return session(method, path, body)
  }
  const act = async (actions: unknown) => void (await to('POST', '/actions', { actions: [actions] }))
  return {
    visit: async url => void (await to('POST', '/url', { url })),
    goBack: async () => void (await to('POST', '/back', {})),
    run: (source, ...args) =>
      to('POST', '/execute/sync', { script: `return (${source})(...arguments)`, args }),
    click: at => act(pressAt(at)),
    type: text => act(keysOf(text)),
    resize: async (width, height) => void (await to('POST', '/window/rect', { width, height })),
    picture: async () => String(await to('GET', '/screenshot'))
  }
}

const wanted = () => ({
  capabilities: {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browsers.find(existsSync), args: ['--automation'] }
    }
  }
})

function openDisplay(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  return new Promise((resolve, reject) => {
    screen.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)))
    screen.stdio[3]?.once('data', number => resolve({ screen, display: `:${String(number).trim()}` }))
  })
}

type Fields = Record<string, unknown>
type Call = (method: string, path: string, body?: unknown) => Promise<unknown>

const record = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})

function callsOf(base: string): Call {
  return async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' }
      })
    })
    const { value } = record(await response.json())
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value).slice(0, 300)}`)
    return value
  }
}

async function isUp(call: Call): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await call('GET', '/status')
      return
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  throw new Error('WebKitWebDriver does not answer')
}
