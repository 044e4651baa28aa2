import { Component } from 'preact'
import type { LineTold } from '../../contract.ts'
import { instantOf } from '../../state/operators/instant.ts'
import type { Scale } from '../../state/operators/scale.ts'
import { isTroubled } from '../../state/operators/totals.ts'
import type { Lane } from '../../state/operators/waterfall.ts'
import { wordFor } from '../../state/operators/word-for.ts'
import { momentOf } from '../../state/time.ts'
import { operatorWords } from '../../words/operators.ts'
import { LaneOf } from './lane.tsx'
import { Steps } from './steps.tsx'

const says = operatorWords.timeline

interface EntryLineProps {
  line: LineTold
  lanes: readonly Lane[]
  scale: Scale
  /** Every step is shown. */
  isOpen: boolean
  /** Somebody came for it. */
  isPointed: boolean
  toggle(seq: number): void
}

/** An entry: what it says, where it has got to, and once it is opened, every step. Drawn anew only if it is another. */
export class EntryLine extends Component<EntryLineProps> {
  override shouldComponentUpdate({ line, scale, isOpen, isPointed }: EntryLineProps): boolean {
    const { props } = this
    const isOther = line !== props.line || scale.end !== props.scale.end
    // What is owed goes on until now.
    const goesOn = line.deliveries.some(({ state }) => state === 'owed')
    return isOther || goesOn || isOpen !== props.isOpen || isPointed !== props.isPointed
  }

  override render({ line, lanes, scale, isOpen, isPointed, toggle }: EntryLineProps) {
    const { seq } = line
    const classes = ['entry-line', isTroubled(line) && 'troubled', isPointed && 'pointed']
    return (
      <li class={classes.filter(Boolean).join(' ')}>
        <button
          type="button"
          class="entry-head"
          aria-expanded={isOpen}
          aria-controls={`steps-${seq}`}
          data-line
          data-focus={`entry:${seq}`}
          onClick={() => toggle(seq)}
        >
          <Head line={line} />
        </button>
        <ul class="lanes">
          {lanes.map(lane => (
            <LaneOf key={lane.key} lane={lane} scale={scale} />
          ))}
        </ul>
        <div id={`steps-${seq}`}>{isOpen && <Steps line={line} />}</div>
      </li>
    )
  }
}

const Head = ({ line }: { line: LineTold }) => (
  <>
    <span class="lead">
      <span class="seq">{line.seq}</span>
      <time dateTime={new Date(line.at).toISOString()} title={momentOf(line.at)}>
        {instantOf(line.at)}
      </time>
    </span>
    <span class="what">
      <span class={`whose ${line.by ?? ''}`}>{whoOf(line)}</span>
      <span class="text">{line.text ?? kindOf(line)}</span>
    </span>
  </>
)

function whoOf({ by, kind }: LineTold): string {
  if (kind === 'note') return by ?? says.by.agent
  if (kind === 'postback') return says.by.visitor
  return by === undefined ? '' : wordFor(says.by, by)
}

const kindOf = ({ kind }: LineTold): string => wordFor(says.kinds, kind)
