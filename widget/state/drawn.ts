import type { Row } from './rows.ts'

interface Piece {
  row: Row
  index: number
  room: number
}

/** Which rows are drawn, and how much room the others take. */
export interface Drawn {
  rows: readonly Row[]
  /** The places of those that are drawn, in order, each with the room to leave before it. */
  pieces: readonly Piece[]
  /** The room to leave after the last. */
  after: number
}

/** At most so many are drawn without a window. */
const most = 60

/** The newest rows, which are all there is to be seen until there is a window. */
export const newestOf = (rows: readonly Row[]): Drawn => ({
  rows,
  pieces: rows.map((row, index) => ({ row, index, room: 0 })).slice(-most),
  after: 0
})
