/** Rounded down to its largest unit, two of them once it takes hours. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3_600) return `${Math.floor(whole / 60)} min`
  const hours = Math.floor(whole / 3_600)
  if (hours >= 48) return `${Math.floor(hours / 24)} d`
  const minutes = Math.floor((whole % 3_600) / 60)
  return minutes ? `${hours} h ${minutes} min` : `${hours} h`
}
