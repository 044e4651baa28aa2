// npm run bench:console -- [--conversations 10000] [--entries 10000] [--rounds 5] [--questions 100] [--only desk,log,…]
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from '../../e2e/open-browser.ts'
import { results } from '../round.ts'
import { arriving } from './arriving.ts'
import { openingDesk, readingLog, scrollingLists } from './desk.ts'
import { searching, searchPage, timelinePage, timelines } from './pages.ts'
import { openPlace, type Place } from './place.ts'
import { type Figure, head, Report } from './report.ts'

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '10000' },
    entries: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    questions: { type: 'string', default: '100' },
    only: { type: 'string', default: 'desk,lists,log,arriving,search,timeline' }
  }
})
const rounds = Number(values.rounds)
const questions = Number(values.questions)
const only = values.only.split(',')
const say = (line: string) => void process.stdout.write(`${line}\n`)

const browser = await openBrowser()
const measures: readonly (readonly [name: string, of: (place: Place) => Promise<readonly Figure[]>])[] = [
  ['desk', place => openingDesk(browser, place, rounds)],
  ['lists', place => scrollingLists(browser, place)],
  ['log', place => readingLog(browser, place)],
  ['arriving', place => arriving(browser, place)],
  ['search', place => searching(place, questions)],
  ['search', place => searchPage(browser, place, rounds)],
  ['timeline', place => timelines(place)],
  ['timeline', place => timelinePage(browser, place, rounds)]
]

const few = 100
const load = loadavg()[0]?.toFixed(1)
say(`${cpus().length} cores (${cpus()[0]?.model}), load before: ${load}, Chromium ${browser.version()}`)
const small = await openPlace('small', { conversations: few, entries: few })
const large = await openPlace('large', {
  conversations: Number(values.conversations),
  entries: Number(values.entries)
})
const report = new Report()
try {
  const of = ({ size }: Place) => `${size.conversations}/${size.entries}`
  say(`Conversations/entries of the long log: ${of(large)}, beside ${of(small)} in the same run.`)
  say(head(of(large), of(small)))
  for (const [, measure] of measures.filter(([name]) => only.includes(name))) {
    report.small(await measure(small))
    report.large(await measure(large))
  }
  await writeFile(join(results, 'bench-console.json'), report.toJson())
} finally {
  await browser.close()
  await Promise.all([small.end(), large.end()])
}
