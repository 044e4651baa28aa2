import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { npmChromium } from './npm-chromium.ts'

export interface FoundBrowser {
  path: string
  from: string
  /** What its process needs in its environment to start and to show text. */
  env: Record<string, string>
}

const advice = `No Chromium to run the journeys with. Do one of:
  npx playwright install --with-deps chromium
  apt-get install chromium                      (Debian, Ubuntu)
  CHROMIUM_PATH=/path/to/chrome npm test`

const programs: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chromium-headless-shell'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium'
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe'
  ]
}

/** Whoever names a browser gets that one; else what is installed; the one inside npm is always there on Linux. */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROMIUM_PATH']
  if (named && !isProgram(named)) throw new Error(`CHROMIUM_PATH is ${named}, which cannot be run`)
  if (named) return { path: named, from: 'CHROMIUM_PATH', env: {} }
  const own = chromium.executablePath()
  if (isProgram(own)) return { path: own, from: 'Playwright', env: {} }
  const installed = systemPrograms().find(isProgram)
  if (installed) return { path: installed, from: 'the system', env: {} }
  return fromNpm()
}

/**
 * Only a whole Chromium has extensions: the headless shell, which is what npm has, knows none, and Google's own builds
 * load none from a command line. Ones before 150 were not tried.
 */
export function hasExtensions({ path, from, env }: FoundBrowser): boolean {
  if (from === inNpm || /headless.?shell/i.test(path)) return false
  const { stdout } = spawnSync(path, ['--version'], { env: { ...process.env, ...env }, encoding: 'utf8' })
  const [, major] = /^(?:Chromium|Google Chrome for Testing) (\d+)/.exec(stdout) ?? []
  return Number(major) >= 150
}

const inNpm = '@sparticuz/chromium'

async function fromNpm(): Promise<FoundBrowser> {
  const hasOne = process.platform === 'linux' && process.arch === 'x64'
  if (!hasOne) throw new Error(advice)
  try {
    return { ...(await npmChromium()), from: inNpm }
  } catch (cause) {
    throw new Error(`${advice}\nThe one inside npm does not start: ${String(cause)}`, { cause })
  }
}

function systemPrograms(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const names = programs[process.platform] ?? []
  return names.flatMap(name => (name.includes('/') ? [name] : folders.map(folder => join(folder, name))))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
