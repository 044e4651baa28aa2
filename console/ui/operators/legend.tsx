import { delayOf, type Scale } from '../../state/operators/scale.ts'
import { operatorWords } from '../../words/operators.ts'
import { MarkSign } from './marks.tsx'

const says = operatorWords.timeline
const inks = ['writes', 'waits', 'well', 'again', 'lost'] as const
const marks = ['accepted', 'committed', 'taken', 'dead', 'dropped', 'shown', 'read'] as const

export const Legend = () => (
  <ul class="legend" aria-label={says.legend}>
    {inks.map(ink => (
      <li key={ink}>
        <svg width="22" height="12" aria-hidden="true">
          {ink === 'waits' ? (
            <line class="waits" x1="0" x2="22" y1="6" y2="6" />
          ) : (
            <rect class={ink} width="22" height="12" rx="3" />
          )}
        </svg>
        {says.inks[ink]}
      </li>
    ))}
    {marks.map(mark => (
      <li key={mark}>
        <svg width="16" height="16" aria-hidden="true">
          <MarkSign is={mark} x="8" />
        </svg>
        {says.marks[mark]}
      </li>
    ))}
  </ul>
)

/** The times along the top; they stay in sight. */
export const Axis = ({ scale }: { scale: Scale }) => (
  <div class="lane axis" aria-hidden="true">
    <span />
    <svg width="100%" height="20">
      {scale.ticks.map((tick, nth) => (
        <text
          key={tick}
          x={`${scale.place(tick)}%`}
          y="14"
          text-anchor={nth === 0 ? 'start' : 'middle'}
          class={nth % 2 && nth !== scale.ticks.length - 1 ? 'odd' : ''}
        >
          {tick === 0 ? '0' : delayOf(tick)}
        </text>
      ))}
    </svg>
  </div>
)

/** The same times as lines behind all entries. */
export const Rules = ({ scale }: { scale: Scale }) => (
  <svg class="rules" aria-hidden="true">
    {scale.ticks.map(tick => (
      <line key={tick} x1={`${scale.place(tick)}%`} x2={`${scale.place(tick)}%`} y1="0" y2="100%" />
    ))}
  </svg>
)
