import { type DestinationStream, pino } from 'pino'

type Facts = Readonly<Record<string, string | number | boolean | undefined>>

/** The operator's log: ids, counts and reasons. Never a text, a token or a payload. */
export interface Log {
  info(facts: Facts, message: string): void
  warn(facts: Facts, message: string): void
  error(facts: Facts, message: string): void
}

/** JSON lines on standard output, or into `stream`. Facts are flat on purpose: an object could carry a secret. */
export function createLog(level: string, stream?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return stream ? pino(options, stream) : pino(options)
}

export const quietLog: Log = { info() {}, warn() {}, error() {} }
