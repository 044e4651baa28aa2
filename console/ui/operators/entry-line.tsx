import type { LineTold } from '../../contract.ts'
import { instantOf } from '../../state/operators/instant.ts'
import type { Scale } from '../../state/operators/scale.ts'
import { isTroubled } from '../../state/operators/totals.ts'
import type { Lane } from '../../state/operators/waterfall.ts'
import { momentOf } from '../../state/time.ts'
import { operatorWords } from '../../words/operators.ts'
import type { PageGiven } from './given.ts'
import { LaneOf } from './lane.tsx'
import { Steps } from './steps.tsx'

const says = operatorWords.timeline

interface EntryLineProps extends PageGiven {
  line: LineTold
  lanes: readonly Lane[]
  scale: Scale
}

/** An entry: what it says, where it has got to, and once it is opened, every step. */
export function EntryLine({ ops, operators, line, lanes, scale }: EntryLineProps) {
  const { seq, at } = line
  const isOpen = ops.open.value.has(seq)
  const classes = ['entry-line', isTroubled(line) && 'troubled', ops.pointed.value === seq && 'pointed']
  return (
    <li class={classes.filter(Boolean).join(' ')}>
      <button
        type="button"
        class="entry-head"
        aria-expanded={isOpen}
        aria-controls={`steps-${seq}`}
        data-line
        data-focus={`entry:${seq}`}
        onClick={() => operators.toggle(seq)}
      >
        <span class="lead">
          <span class="seq">{seq}</span>
          <time dateTime={new Date(at).toISOString()} title={momentOf(at)}>
            {instantOf(at)}
          </time>
        </span>
        <span class="what">
          <span class={`whose ${line.by ?? ''}`}>{whoOf(line)}</span>
          <span class="text">{line.text ?? kindOf(line)}</span>
        </span>
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

function whoOf({ by, kind }: LineTold): string {
  if (kind === 'note') return by ?? says.by.agent
  const known: Readonly<Record<string, string>> = says.by
  if (kind === 'postback') return says.by.visitor
  return by === undefined ? '' : (known[by] ?? by)
}

function kindOf({ kind }: LineTold): string {
  const known: Readonly<Record<string, string>> = says.kinds
  return known[kind] ?? kind
}
