import type { Route } from '@playwright/test'
import { climb } from '../actors/climb.ts'
import { Visitor } from '../actors/visitor.ts'
import { expect, test } from '../fixtures.ts'
import { agent, bot, carousel, image, opened, says, visitor } from '../stage/contents.ts'
import { type Line, openStage } from '../stage/stage.ts'

const pages = 4
const pageSize = 50

/** Of heights that nobody can guess. */
const kinds: readonly ((index: number) => Line)[] = [
  index => says(`Message ${index} ${'about lamps and gardens '.repeat(1 + (index % 23))}`),
  index => visitor(`Mine ${index}${'\nand a line'.repeat(index % 9)}`, `visitor-${index}`),
  index => bot({ kind: 'image', url: image(`late-${index}`), alt: 'A lamp', text: 'Look:' }),
  index => agent(`## Long ${index}\n\n- **one**\n- two\n\n${'word '.repeat(400)}`),
  () => bot(carousel),
  index => agent(`${index}`),
  index =>
    bot({
      kind: 'list',
      cards: [
        {
          title: `Card ${index}`,
          text: 'With a picture.',
          image: { url: image(`late-${index}`) },
          actions: []
        }
      ]
    }),
  index => bot({ kind: 'image', url: image(`late-wide-${index}`), width: 780, height: 410 }),
  index => bot({ kind: 'image', url: `http://stage.example/broken-${index}`, alt: 'Broken' })
]
const entries = [
  opened,
  ...Array.from(
    { length: pages * pageSize - 1 },
    (_, index) => kinds[(index * 7) % kinds.length]?.(index) ?? opened
  )
]

test('[Z25] who reads back through page after page sees nothing move but what they scroll', async ({
  page
}) => {
  test.setTimeout(120_000)
  const stage = await openStage(page, { entries, last: pageSize })
  const late: Route[] = []
  await page.route(/late-|broken-/, route => void late.push(route))
  const reader = new Visitor(page, 'http://stage.example')
  await reader.opensTheChat()
  await reader.seesTheEnd()
  const { log } = reader
  const asked = () => stage.heard.filter(({ type }) => type === 'older').length
  const isAtTheBeginning = () => log.evaluate(it => it.scrollTop === 0 && !it.querySelector('.earlier'))

  while (!(await isAtTheBeginning())) {
    const { moved, row } = await log.evaluate(climb, { steps: 8, px: 350 })
    expect(moved, `${row}, after ${asked()} pages`).toBeLessThanOrEqual(1)
    // Pictures come when what follows them is read already.
    await Promise.all(late.splice(0).map(answer))
  }
  expect(asked()).toBe(pages - 1)
  await reader.sees('Message 0 ')
})

function answer(route: Route): Promise<void> {
  const path = route.request().url()
  if (path.includes('broken')) return route.abort()
  const height = 40 + ((Number(/\d+/.exec(path)) * 53) % 400)
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="${height}"/>`
  return route.fulfill({ contentType: 'image/svg+xml', body })
}
