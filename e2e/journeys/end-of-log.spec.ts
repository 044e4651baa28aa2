import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { visitor as mine, opened, says } from '../stage/contents.ts'
import { plays } from '../stage/plays.ts'
import type { Play } from '../stage/stage.ts'
import { button, watch } from '../stage/watch.ts'

const toTheEnd = (log: Locator) => log.evaluate(one => one.scrollHeight - one.clientHeight - one.scrollTop)
const talk = Array.from({ length: 12 }, (_, i) => says(`Message ${i + 1}`))
const feet = {
  closed: { ...plays.closed, entries: [opened, ...talk, mine('Thank you!'), { kind: 'closed' }] },
  offline: {
    ...plays.offline,
    entries: [opened, ...talk, { kind: 'handover' }, { kind: 'handback', why: 'nobody' }]
  },
  'asked first': { ...plays.preChat, entries: [opened, ...talk] }
} satisfies Readonly<Record<string, Play>>

for (const [name, play] of Object.entries(feet)) {
  test(`[Z26] the end of the log is seen above whatever stands below it: ${name}`, async ({ page }) => {
    const { visitor, panel } = await watch(page, play)
    await expect(panel.locator('.composer :is(input,.wide)').first()).toBeVisible()
    await expect.poll(() => toTheEnd(visitor.log)).toBeLessThanOrEqual(1)
    await expect(button(page, 'Jump to latest')).toHaveCount(0)
  })
}

test('[Z26] whoever writes many lines goes on seeing the end of the log', async ({ page }) => {
  const { visitor, stage } = await watch(page, { entries: [opened, ...talk.slice(0, 8)] })
  await visitor.composer.fill('a\nb\nc\nd\ne\nf')
  await expect.poll(() => toTheEnd(visitor.log)).toBeLessThanOrEqual(1)
  stage.adds(says('And this is the answer.'))
  await visitor.sees('And this is the answer.')
  await expect.poll(() => toTheEnd(visitor.log)).toBeLessThanOrEqual(1)
})
