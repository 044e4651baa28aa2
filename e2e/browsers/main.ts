// npm run test:browsers: the main journeys in Firefox and WebKit, where this machine has them. Exits with 1 when one fails.
import { usualSettings } from '../settings.ts'
import { buildWorld } from '../world.ts'
import type { Driver } from './driver.ts'
import { firefoxPath, hasFirefox, openFirefox } from './firefox.ts'
import { type Journey, journeys } from './journeys.ts'
import { Visitor } from './visitor.ts'
import { hasWebKit, openWebKit } from './webkit.ts'

const say = (words: string) => void process.stdout.write(`${words}\n`)

let passed = 0
let failed = 0

if (hasFirefox()) await runAll(openFirefox)
else say(`Firefox did not run: there is no ${firefoxPath} (apt-get install firefox-esr, or FIREFOX_PATH)`)
if (hasWebKit()) await runAll(openWebKit)
else say('WebKit did not run: WebKitWebDriver and Xvfb are needed (apt-get install webkit2gtk-driver xvfb)')
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** A browser of its own for each: nobody has visited before. */
async function runAll(open: () => Promise<Driver>): Promise<void> {
  for (const journey of journeys) {
    const driver = await open()
    await runOne(driver, journey)
    await driver.close()
  }
}

async function runOne(driver: Driver, { name, run }: Journey): Promise<void> {
  const world = await buildWorld(usualSettings)
  try {
    await run(new Visitor(driver), world)
    passed += 1
    say(`ok      ${driver.name}: ${name}`)
  } catch (error) {
    failed += 1
    say(`FAILED  ${driver.name}: ${name}\n        ${String(error)}`)
  } finally {
    await world.close()
  }
}
