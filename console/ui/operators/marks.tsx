import type { Mark } from '../../state/operators/waterfall.ts'

const paths: Readonly<Record<Mark, string>> = {
  accepted: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  committed: 'M0-5L5 0L0 5L-5 0z',
  taken: 'M-5 0l3.500 4L5-4.500',
  dead: 'M-4-4L4 4M4-4L-4 4',
  dropped: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM-3.500 3.500L3.500-3.500',
  shown:
    'M-7 0c3.500-5 10.500-5 14 0c-3.500 5-10.500 5-14 0zM-1.500 0a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0z',
  read: 'M-8 0l3 3.500L2-4M-1 2.500l1 1L8-4'
}

interface MarkProps {
  is: Mark
  x: string
  /** Right of the place, px: what ends a bar does not lie on it. */
  beside?: number
}

/** A sign where something happened: its shape says what, and not its colour alone. */
export const MarkSign = ({ is, x, beside = 0 }: MarkProps) => (
  <svg x={x} y="50%" overflow="visible" class={`mark-sign ${is}`}>
    <path d={paths[is]} transform={`translate(${beside} 0)`} />
  </svg>
)
