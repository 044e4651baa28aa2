/** Stands before digits on their way through `JSON`, which knows no numbers but its own. Nobody can guess it. */
export const mark = crypto.randomUUID()

let marking = false

/** Runs `write` so that exact numbers become texts with the mark. */
export function withMarks(write: () => string): string {
  marking = true
  try {
    return write()
  } finally {
    marking = false
  }
}

/**
 * A number of more digits than a JavaScript number holds, as it was written: an id of 64 bits is another one without
 * its last digits. `writeJson` writes it as the number it is; whatever else shows it shows its digits as a text.
 */
export class ExactNumber {
  readonly digits: string

  /** `digits`: a number as JSON writes it. */
  constructor(digits: string) {
    this.digits = digits
  }

  toString(): string {
    return this.digits
  }

  toJSON(): string {
    return marking ? mark + this.digits : this.digits
  }
}

/** JavaScript holds it to its last digit, and gives it no exponent where it has none. */
export function isPlain(digits: string): boolean {
  if (digits.length < 16 && !/e/i.test(digits)) return true
  const plain = Number(digits)
  const written = String(plain)
  if (!Number.isFinite(plain) || (written.includes('e+') && !/e/i.test(digits))) return false
  return standard(written) === standard(digits)
}

/** The same for each way to write a number: its digits without zeros at the ends, and where they stand. */
function standard(digits: string): string {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(digits) ?? []
  const all = whole + part
  let from = 0
  let to = all.length
  while (all[from] === '0') from += 1
  while (to > from && all[to - 1] === '0') to -= 1
  return from === to ? '0' : `${sign}${all.slice(from, to)}e${Number(power) - part.length + all.length - to}`
}
