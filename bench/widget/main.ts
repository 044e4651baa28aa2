// npm run bench:widget -- [--rounds 5] [--only footbridge,deep-chat] [--messages 10000]
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../../e2e/find-browser.ts'
import { buildChatbotify } from './chatbotify.ts'
import { listed } from './list.ts'
import { beforeIntent, cpuTime, slowTimes } from './measure.ts'
import { fetchPackages } from './packages.ts'
import { startRelay } from './relay.ts'
import { type Measured, table } from './report.ts'
import { type Subject, subjects } from './subjects.ts'
import { openWebsite } from './website.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: subjects.map(({ name }) => name).join(',') },
    /** In the long log; 0 leaves it out. */
    messages: { type: 'string', default: '10000' }
  }
})

const say = (words: string) => void process.stdout.write(`${words}\n`)
const folder = fileURLToPath(new URL('../../test-results/peers', import.meta.url))
const rounds = Number(values.rounds)
const messages = Number(values.messages)
const chosen = subjects.filter(({ name }) => values.only.split(',').includes(name))

await fetchPackages(folder)
await buildChatbotify(folder)
let relayUrl = ''
const website = await openWebsite(folder, () => relayUrl)
const relay = await startRelay(website.origin)
relayUrl = relay.url
const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.path,
  chromiumSandbox: process.getuid?.() !== 0,
  env: { ...process.env, ...found.env },
  args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update']
})
say(
  `${cpus().length} cores (${cpus()[0]?.model}), load before: ${loadavg()[0]?.toFixed(2)}, ${browser.version()}`
)
try {
  const measured = await measureAll(browser)
  say(`\n${table(measured)}`)
} finally {
  await browser.close()
  website.close()
  await relay.end()
}

/** Round by round, each widget in each: what disturbs the machine for a while disturbs all. */
async function measureAll(browser: Browser): Promise<Map<Subject, Measured>> {
  const all = new Map<Subject, Measured>()
  for (const subject of chosen) {
    all.set(subject, { before: await beforeIntent(browser, subject, address(subject)), times: [], cpu: [] })
  }
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`)
    const blank = await cpuTime(browser, undefined, `${website.origin}/blank`)
    for (const [subject, { times, cpu }] of all) {
      times.push(await slowTimes(browser, subject, address(subject)))
      cpu.push((await cpuTime(browser, subject, address(subject))) - blank)
    }
  }
  for (const [subject, one] of messages > 0 ? all : []) {
    say(`${messages} messages: ${subject.title}`)
    const full = `${address(subject)}?messages=${messages}`
    one.list = await listed(browser, subject, full, address(subject)).catch((failure: unknown) => {
      say(`not measured: ${String(failure)}`)
      return undefined
    })
  }
  return all
}

function address({ name }: Subject): string {
  return `${website.origin}/${name}`
}
