import { textOrNumber } from '../../lib/numbers.ts'

/**
 * When something was, of the ways Ebbot writes it: ms as a number, and as a string seconds or ms with nine more digits.
 * The digits say which: 13 are ms, 10 are seconds. ASSUMED(ebbot 1.3)
 */
export function timeOf(value: unknown): number | undefined {
  const [, whole = ''] = /^(\d{10}|\d{13})(?:\.|$)/.exec(textOrNumber.safeParse(value).data ?? '') ?? []
  if (whole === '') return undefined
  return whole.length === 13 ? Number(whole) : Number(whole) * 1_000
}
