import type { Line } from '../connection/state.ts'
import type { Unsent } from '../connection/unsent.ts'

/** The visitor has said how it was, or that is on its way. */
export const isRated = (lines: readonly Line[], unsent: Unsent): boolean =>
  lines.some(({ kind }) => kind === 'rated') || unsent.some(({ frame }) => frame.type === 'rate')
