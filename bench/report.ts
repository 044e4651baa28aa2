import { median } from './numbers.ts'
import type { Measured } from './round.ts'
import { type Contestant, contestants, perSecond } from './setup.ts'

/** By round; a void one is undefined. */
export type Rounds = Readonly<Record<Contestant, readonly (Measured | undefined)[]>>

interface Row {
  name: string
  of(measured: Measured): number | undefined
  digits: number
}

const rows: readonly Row[] = [
  { name: 'messages/s at saturation', of: ({ saturated }) => saturated.perSecond, digits: 0 },
  { name: 'relay CPU µs a message, saturated', of: ({ saturated }) => saturated.cpuUsEach, digits: 0 },
  { name: `p50 ms at ${perSecond}/s`, of: ({ paced }) => paced.p50, digits: 2 },
  { name: `p99 ms at ${perSecond}/s`, of: ({ paced }) => paced.p99, digits: 2 },
  { name: `relay CPU µs a message at ${perSecond}/s`, of: ({ paced }) => paced.cpuUsEach, digits: 0 },
  { name: 'kB an idle socket', of: ({ idle }) => kB(idle), digits: 1 },
  { name: 'kB an idle socket, resumed', of: ({ resumed }) => kB(resumed), digits: 1 },
  { name: 'not answered', of: ({ saturated, paced }) => saturated.unanswered + paced.unanswered, digits: 0 }
]

const titles: Record<Contestant, string> = {
  hop: 'bare hop',
  footbridge: 'Footbridge',
  socketio: 'Socket.IO'
}
const kB = (bytes: number | undefined) => (bytes === undefined ? undefined : bytes / 1_000)

/** One line for one contestant in one round. */
export function line(contestant: Contestant, measured: Measured): string {
  const values = rows.flatMap(({ name, of, digits }) => {
    const value = of(measured)
    return value === undefined ? [] : [`${value.toFixed(digits)} ${name}`]
  })
  return `${titles[contestant].padEnd(10)}  ${values.join(', ')}`
}

/** The medians of all rounds, each with its ratio to the bare hop's. */
export function table(rounds: Rounds): string {
  const there = contestants.filter(contestant => rounds[contestant].some(Boolean))
  const head = ['median', ...there.map(contestant => titles[contestant])]
  const body = medians(rounds).map(({ name, digits, values, ratios }) => [
    name,
    ...there.map(contestant => cell(values[contestant], ratios[contestant], digits))
  ])
  return [head, head.map(() => '---'), ...body].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

export function medians(rounds: Rounds) {
  return rows.map(({ name, of, digits }) => {
    const values = forEach(contestant => median(valuesOf(rounds[contestant], of).filter(Number.isFinite)))
    const ratios = forEach(contestant => ratio(valuesOf(rounds[contestant], of), valuesOf(rounds.hop, of)))
    return { name, digits, values, ratios }
  })
}

const valuesOf = (measured: readonly (Measured | undefined)[], of: Row['of']): number[] =>
  measured.map(one => (one && of(one)) ?? Number.NaN)

/** Each round against the same round's bare hop: what disturbed the machine then, disturbed both. */
const ratio = (values: readonly number[], bases: readonly number[]): number =>
  median(values.map((value, round) => value / (bases[round] ?? Number.NaN)).filter(Number.isFinite))

const forEach = (of: (contestant: Contestant) => number): Record<Contestant, number> => ({
  hop: of('hop'),
  footbridge: of('footbridge'),
  socketio: of('socketio')
})

function cell(value: number, toHop: number, digits: number): string {
  if (Number.isNaN(value)) return ''
  const inBrackets = Number.isNaN(toHop) || toHop === 1 ? '' : ` (${toHop.toFixed(2)})`
  return `${value.toFixed(digits)}${inBrackets}`
}
