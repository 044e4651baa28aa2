import { z } from 'zod'
import { ExactNumber } from './exact-number.ts'

/** What stands there as a text or as a number, as it was written. */
export const textOrNumber = z.union([
  z.string(),
  z.union([z.number(), z.instanceof(ExactNumber)]).transform(String)
])

/** A number to reckon with: as much of it as JavaScript holds. */
export const reckoned = z.union([
  z.number(),
  z
    .instanceof(ExactNumber)
    .transform(({ digits }) => Number(digits))
    .pipe(z.number())
])

/** For an object of which every key may be missing: a number of many digits, which is an object too, is none of these. */
export const keyed = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(value => (value instanceof ExactNumber ? undefined : value), shape)
