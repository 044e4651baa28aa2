import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type RunningRelay, runRelay } from '../testing/relay.ts'

let relay: RunningRelay | undefined
afterEach(async () => {
  await relay?.close()
  relay = undefined
})

const hash = `scrypt$15$8$3$${'a'.repeat(22)}$${'b'.repeat(43)}`
const accounts = `console: { accounts: [{ name: anna, role: agent, hash: "${hash}" }] }`

async function open(extra: string): Promise<RunningRelay> {
  const opened = await runRelay(extra)
  mkdirSync(join(opened.folder, 'assets'), { recursive: true })
  writeFileSync(join(opened.folder, 'index.html'), '<!doctype html><title>The console</title>')
  writeFileSync(join(opened.folder, 'assets', 'index-1.js'), 'start()')
  await opened.restart(extra)
  return opened
}

test('[DP1] the page comes with a policy that lets nothing inline or foreign in, is never kept, and is in no frame', async () => {
  relay = await open(accounts)
  for (const path of ['/console', '/console/', '/console?from=a-mail']) {
    const answer = await fetch(relay.url + path)
    expect(await answer.text()).toContain('The console')
    expect(answer.headers.get('content-type')).toMatch('text/html')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
  }
})

test('[DP1] what the page is built of is kept for ever, and nothing beside it is served', async () => {
  relay = await open(accounts)
  const script = await fetch(`${relay.url}/console/assets/index-1.js`)
  expect(await script.text()).toBe('start()')
  expect(script.headers.get('cache-control')).toMatch(/max-age=31536000,\s*immutable/)
  for (const path of ['/console/log.db', '/console/assets/../log.db', '/console/assets/%2e%2e/log.db'])
    expect((await fetch(relay.url + path)).status).toBe(404)
})

test('[DP1] where nobody may sign in there is no page', async () => {
  relay = await open('')
  expect((await fetch(`${relay.url}/console`)).status).toBe(404)
})
