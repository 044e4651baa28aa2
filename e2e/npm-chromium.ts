// Unpacks the headless Chromium of the npm package @sparticuz/chromium, for machines that have no browser.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

type Env = Record<string, string>

const inflate = promisify(brotliDecompress)
const root = join(import.meta.dirname, '..')

export async function npmChromium(): Promise<{ path: string; env: Env }> {
  const home = await unpacked()
  const path = join(home, 'chromium')
  const fonts: Env = { FONTCONFIG_FILE: join(home, 'fonts.conf') }
  // A bare system lacks the NSS libraries; one that has them should use its own.
  const withLibraries: Env = { ...fonts, LD_LIBRARY_PATH: join(home, 'lib') }
  const env = starts(path, fonts) ? fonts : withLibraries
  if (!starts(path, env)) throw new Error(`${path} --version fails`)
  return { path, env }
}

function starts(path: string, env: Env): boolean {
  return spawnSync(path, ['--version'], { env: { ...process.env, ...env } }).status === 0
}

async function unpacked(): Promise<string> {
  // The module is build/esm/index.js of the package.
  const folder = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../..')
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const home = join(root, `node_modules/.cache/footbridge/chromium-${version}`)
  if (!existsSync(home)) await unpack(join(folder, 'bin'), home)
  return home
}

/** Two runs may unpack at once: each does so aside, and the first to rename has it. */
async function unpack(bin: string, home: string): Promise<void> {
  const aside = `${home}.${process.pid}`
  await mkdir(aside, { recursive: true })
  await writeFile(join(aside, 'chromium'), await inflated(bin, 'chromium.br'), { mode: 0o755 })
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['-x', '-C', aside], { input: await inflated(bin, name) })
  }
  await writeFile(join(aside, 'fonts.conf'), fontsConf(home))
  await rename(aside, home).catch(() => rm(aside, { recursive: true }))
}

async function inflated(bin: string, name: string): Promise<Buffer> {
  return inflate(await readFile(join(bin, name)))
}

function fontsConf(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`
}
