/** ms since 1970 as topics write times of messages: seconds, and nine digits of their fraction. */
export function stamp(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  return `${seconds}.${String(Math.floor(ms - seconds * 1_000)).padStart(3, '0')}000000`
}

export const isoTime = (ms: number): string => new Date(ms).toISOString()
