const exact = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23'
})

/** A moment of a day, to the millisecond. */
export const instantOf = (at: number): string => exact.format(at)
