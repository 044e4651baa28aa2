import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Axe itself, as its builder brings it: once in a page it looks as often as it is asked, in a tenth of a second.
const builder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const source = readFileSync(builder.resolve('axe-core/axe.min.js'), 'utf8')

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>
declare const axe: { run(context: Document, options: object): Promise<Results> }

/** What axe finds wrong, in a line each. */
export async function barriersOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const violations = await page.evaluate(async runOnly => {
    const found = await axe.run(document, { runOnly, resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`)
    )
  }, standards)
  return violations.flat()
}
