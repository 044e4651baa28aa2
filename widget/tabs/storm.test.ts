import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Happening, Storm, type Turn, type Weather } from './play-storm.ts'

/** More of them take longer: `STORMS=3000 npx vitest run widget/tabs/storm`. */
const numRuns = Number(process.env['STORMS'] ?? 100)

const usual: (Turn | Weather)[] = [
  'says',
  'says',
  'says',
  'opens',
  'closes',
  'dies',
  'hides',
  'shows',
  'leaves',
  'returns',
  'cut',
  'bot',
  'tick',
  'second'
]

const happenings = (whats: readonly Happening['what'][]) =>
  fc.array(fc.record({ what: fc.constantFrom(...whats), tab: fc.nat(3), ticks: fc.nat(6) }), {
    minLength: 5,
    maxLength: 40
  })

async function weather(all: readonly Happening[], each: (storm: Storm) => void): Promise<void> {
  const storm = new Storm()
  for (const one of all) {
    await storm.suffer(one)
    each(storm)
  }
  await storm.calm()
  storm.check()
}

test('[TB2] [TB24] whatever becomes of tabs, each text arrives once, in the order of its tab, and there are never two sockets', async () => {
  await fc.assert(
    fc.asyncProperty(happenings(usual), all =>
      weather(all, storm => {
        storm.look()
        expect(storm.browser.relay.sockets()).toBeLessThanOrEqual(1)
      })
    ),
    { numRuns }
  )
}, 120_000)

test('[TB4] [TB24] tabs that are frozen at any point, thawed or not, lose and double nothing', async () => {
  await fc.assert(
    fc.asyncProperty(happenings([...usual, 'freezes', 'freezes', 'thaws', 'second']), all =>
      weather(all, storm => storm.look())
    ),
    { numRuns }
  )
}, 120_000)
