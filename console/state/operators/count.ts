const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 })

/** How many, in groups of three. */
export const countOf = (many: number): string => whole.format(many)

/** A share of a hundred, to the tenth where it is small. */
export const shareOf = (percent: number): string => (percent < 10 ? tenths : whole).format(percent)
