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
