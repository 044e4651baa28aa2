import type { DeadLetter } from '../../contract.ts'
import { restOfTalk } from '../../state/operators/query.ts'
import { hashOfPage } from '../../state/place.ts'
import { momentOf } from '../../state/time.ts'
import { operatorWords } from '../../words/operators.ts'
import { CallOf } from './call.tsx'
import type { PageGiven } from './given.ts'

const says = operatorWords.letters

/** One delivery that was given up on. */
export function Letter({ deeds, ops, operators, letter }: PageGiven & { letter: DeadLetter }) {
  const { id, destination, conversation, seq, attempts, reason, at } = letter
  const call = ops.calls.value.get(id)
  return (
    <li class="letter">
      <label class="choice">
        <input
          type="checkbox"
          data-line
          data-focus={`choose:${id}`}
          aria-label={says.choose(seq, destination)}
          checked={ops.chosen.value.has(id)}
          onChange={event => operators.choose([id], event.currentTarget.checked)}
        />
      </label>
      <div class="what">
        <p class="reason">{reason}</p>
        <p class="facts">
          <span>{destination}</span>
          <a
            href={hashOfPage('conversations', restOfTalk(conversation, seq))}
            data-focus={`timeline:${id}`}
          >{`${says.entry(seq)} · ${says.timeline}`}</a>
          <span>{says.tried(attempts)}</span>
          <time dateTime={new Date(at).toISOString()}>{momentOf(at)}</time>
        </p>
      </div>
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-focus={`call:${id}`}
          aria-expanded={call !== undefined}
          onClick={() => operators.showCall(id, !call)}
        >
          {call ? says.hideCall : says.showCall}
        </button>
        <button
          type="button"
          data-focus={`revive:${id}`}
          aria-disabled={ops.isBusy.value}
          onClick={() => operators.revive([id])}
        >
          {says.revive}
        </button>
        <button
          type="button"
          data-focus={`drop:${id}`}
          aria-haspopup="dialog"
          onClick={() => deeds.ask({ is: 'drop', letters: [id] })}
        >
          {says.drop}
        </button>
      </div>
      {call && <CallOf call={call} again={() => operators.showCall(id, true)} />}
    </li>
  )
}
