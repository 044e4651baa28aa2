import { type Run, runsOf } from './digits.ts'
import type { Search } from './search.ts'

/** Telephone numbers as they are written for others: beginning with + or 0, and as long as they can be. */
export const findPhones: Search = text =>
  runsOf(text).flatMap(run => {
    const [from = 0, to = 0] = [run[0]?.from, run.at(-1)?.to]
    const plus = /[+＋]\(?$/.exec(text.slice(0, from))?.[0] ?? ''
    return isPhone(run, plus !== '') && !isTime(run) ? [{ from: from - plus.length, to }] : []
  })

function isPhone(run: Run, plus: boolean): boolean {
  const digits = run.flatMap(group => group.digits)
  const begins = plus || digits[0] === 0
  return begins && digits.length >= (plus ? 7 : 8) && digits.length <= 15
}

const inRange = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least && value <= most
const day = [1, 31] as const
const month = [1, 12] as const
const year = [1900, 2100] as const

/** 01.02.2024, with or without a time behind it. */
function isTime(run: Run): boolean {
  const [one = 0, two = 0, three = 0] = run.map(({ digits }) => Number(digits.join('')))
  const named = inRange(one, day) && inRange(two, day) && inRange(three, year)
  return run.length >= 3 && named && (inRange(one, month) || inRange(two, month))
}
