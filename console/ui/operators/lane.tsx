import { delayOf, type Scale } from '../../state/operators/scale.ts'
import { isLabelled, type Lane, type Mark } from '../../state/operators/waterfall.ts'
import { operatorWords } from '../../words/operators.ts'
import { MarkSign } from './marks.tsx'

const says = operatorWords.timeline
/** What is shorter is drawn as wide as this, percent. */
const leastWide = 0.5
/** Two signs that are nearer than this are one blot, percent. */
const leastApart = 1

/** What one party did about an entry, drawn along the time and said in a few words. */
export function LaneOf({ lane, scale }: { lane: Lane; scale: Scale }) {
  const { whose } = lane
  const fate = whose.is === 'destination' ? whose.state : 'done'
  return (
    <li class={`lane ${fate}`}>
      <span class="party">{whose.is === 'destination' ? whose.id : says[whose.is]}</span>
      <Track lane={lane} scale={scale} />
      <span class="sum">{sumOf(lane)}</span>
      <span class="time">{timeOf(lane)}</span>
    </li>
  )
}

const Track = ({ lane, scale }: { lane: Lane; scale: Scale }) => (
  <svg class="track" width="100%" height="22" aria-hidden="true">
    {lane.bars.map((bar, nth) =>
      bar.is === 'waits' ? (
        <line key={nth} class="waits" {...along(scale, bar.from, bar.to)} y1="11" y2="11" />
      ) : (
        <rect key={nth} class={bar.is} {...wide(scale, bar.from, bar.to)} y="5" height="12" rx="3" />
      )
    )}
    {lane.bars.map(
      (bar, nth) =>
        bar.label !== undefined &&
        isLabelled(lane, nth, scale) && (
          <text key={nth} x={`${scale.place(bar.to)}%`} dx={isLast(lane, nth) ? 20 : 5} y="15">
            {bar.label}
          </text>
        )
    )}
    {marksOf(lane, scale).map(({ is, at }) => (
      <MarkSign key={is} is={is} x={`${scale.place(at)}%`} beside={ends.has(is) ? 10 : 0} />
    ))}
  </svg>
)

const ends: ReadonlySet<Mark> = new Set(['taken', 'dead', 'dropped'])

/** What was committed at once was accepted, too: one sign does not lie on the other. */
const marksOf = ({ marks }: Lane, scale: Scale): Lane['marks'] => {
  const committed = marks.find(({ is }) => is === 'committed')
  const isAtOnce = committed !== undefined && scale.place(committed.at) < leastApart
  return isAtOnce ? marks.filter(({ is }) => is !== 'accepted') : marks
}

const isLast = ({ bars, marks }: Lane, nth: number): boolean =>
  marks.length > 0 && !bars.slice(nth + 1).some(({ is }) => is !== 'waits')

const along = (scale: Scale, from: number, to: number) => ({
  x1: `${scale.place(from)}%`,
  x2: `${scale.place(to)}%`
})

const wide = (scale: Scale, from: number, to: number) => {
  const x = scale.place(from)
  return { x: `${x}%`, width: `${Math.max(leastWide, scale.place(to) - x)}%` }
}

/** The same in words, for whoever cannot see it. */
function sumOf({ whose, tries, marks }: Lane): string {
  if (whose.is !== 'destination') {
    const last = marks.at(-1)
    return last ? says.marks[last.is] : ''
  }
  return [tries !== 1 && says.tries(tries), says.states[whose.state]].filter(Boolean).join(' · ')
}

function timeOf({ tookMs }: Lane): string {
  if (tookMs === undefined) return ''
  return tookMs < 1 ? says.atOnce : delayOf(tookMs)
}
