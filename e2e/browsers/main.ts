// npm run test:browsers [-- words of a name]: the main journeys in Firefox and WebKit, where this machine has them.
// Leaves a picture of where each one ended in test-results/browsers. Exits with 1 when one fails.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { usualSettings } from '../settings.ts'
import { buildWorld } from '../world.ts'
import type { Driver, System } from './driver.ts'
import { firefoxPath, hasFirefox, openFirefox } from './firefox.ts'
import { journeys } from './journeys/index.ts'
import type { Journey } from './journeys/journey.ts'
import { Visitor } from './visitor.ts'
import { hasWebKit, openWebKit } from './webkit.ts'

const say = (words: string) => void process.stdout.write(`${words}\n`)
const pictures = 'test-results/browsers'
const [words = ''] = process.argv.slice(2)
const wanted = journeys.filter(({ name }) => name.includes(words))

let passed = 0
let failed = 0

await mkdir(pictures, { recursive: true })
if (hasFirefox()) await runAll(openFirefox, wanted)
else say(`Firefox did not run: there is no ${firefoxPath} (apt-get install firefox-esr, or FIREFOX_PATH)`)
if (hasWebKit())
  await runAll(
    openWebKit,
    wanted.filter(({ tabs }) => !tabs)
  )
else say('WebKit did not run: WebKitWebDriver and Xvfb are needed (apt-get install webkit2gtk-driver xvfb)')
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

async function runAll(open: (system: System) => Promise<Driver>, all: readonly Journey[]): Promise<void> {
  for (const dark of [false, true]) {
    const now = all.filter(journey => !!journey.dark === dark)
    if (now.length) await runIn(await open({ dark }), now)
  }
}

async function runIn(driver: Driver, all: readonly Journey[]): Promise<void> {
  for (const journey of all) await runOne(driver, journey)
  await driver.close()
}

async function runOne(driver: Driver, { name, run }: Journey): Promise<void> {
  const [world, profile] = await Promise.all([buildWorld(usualSettings), driver.newProfile()])
  const visitor = new Visitor(profile)
  try {
    const more = await run(visitor, world)
    passed += 1
    say(`ok      ${driver.name}: ${name}${more ? ` (${more})` : ''}`)
  } catch (error) {
    failed += 1
    say(`FAILED  ${driver.name}: ${name}\n        ${String(error)}`)
  } finally {
    const file = `${driver.name} ${name}`.replaceAll(/[^\w]+/g, '-').slice(0, 100)
    await writeFile(join(pictures, `${file}.png`), Buffer.from(await visitor.picture(), 'base64'))
    await profile.close()
    await world.close()
  }
}
