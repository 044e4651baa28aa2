import type { Answer } from '../../contract.ts'

/** Why something is not here. */
type Lack = 'forbidden' | 'unknown' | 'unreachable' | 'failed'

/** What the relay was asked for. What was known before stands until more is known. */
export type Fetched<Value> =
  | { is: 'loading'; value?: Value }
  | { is: 'ready'; value: Value }
  | { is: 'lacking'; why: Lack; says?: string; value?: Value }

export const loading = { is: 'loading' } as const

/** What an answer makes of what was known. */
export function fetched<Body, Value>(
  answer: Answer<Body>,
  before: Fetched<Value>,
  valueOf: (body: Body) => Value
): Fetched<Value> {
  if (answer.is === 'ok') return { is: 'ready', value: valueOf(answer.body) }
  const why = lackOf(answer.status)
  const says = answer.says === undefined ? {} : { says: answer.says }
  // Who may not see it is not left with what they saw.
  if (why === 'forbidden' || before.value === undefined) return { is: 'lacking', why, ...says }
  return { is: 'lacking', why, ...says, value: before.value }
}

function lackOf(status: number): Lack {
  const known: Readonly<Record<number, Lack>> = {
    0: 'unreachable',
    401: 'forbidden',
    403: 'forbidden',
    404: 'unknown'
  }
  return known[status] ?? 'failed'
}
