/** What looks after something on the screen. */
export interface Tended {
  /** After each drawing. */
  settle(): void
  stop(): void
}

/** As near to the end of the log as this counts as being there, px. */
export const nearPx = 40
