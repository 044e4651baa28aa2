import type { DeadLetter } from '../../contract.ts'
import { byDestination, chosenOf } from '../../state/operators/letters.ts'
import { operatorWords } from '../../words/operators.ts'
import { DropSheet } from './drop-sheet.tsx'
import type { PageGiven } from './given.ts'
import { Letter } from './letter.tsx'
import { Nothing, Standing, Title } from './standing.tsx'

const says = operatorWords.letters
/** As many as the relay lists at once. */
const most = 500

/** What the relay has given up on: why, and what can be done about it. */
export function LettersPage(props: PageGiven) {
  const { ops, operators } = props
  const letters = ops.letters.value
  const all = letters.value
  return (
    <>
      <Title title={says.title} lead={says.lead} />
      <Standing of={letters} again={operators.again} />
      {all && !all.length && <Nothing title={says.none} hint={says.noneHint} />}
      {all && all.length > 0 && <Tools {...props} all={all} />}
      <ul class="letters">
        {all?.map(letter => (
          <Letter key={letter.id} {...props} letter={letter} />
        ))}
      </ul>
      {all && all.length >= most && <p class="hint">{says.most(most)}</p>}
      <DropSheet {...props} />
    </>
  )
}

/** For many at once. */
function Tools({ deeds, ops, operators, all }: PageGiven & { all: readonly DeadLetter[] }) {
  const chosen = chosenOf(all, ops.chosen.value)
  const isBusy = ops.isBusy.value
  return (
    <div class="tools" role="group" aria-label={says.title}>
      <label class="choice">
        <input
          type="checkbox"
          data-focus="all"
          checked={chosen.length === all.length}
          onChange={event =>
            operators.choose(
              all.map(({ id }) => id),
              event.currentTarget.checked
            )
          }
        />
        <span>{chosen.length ? says.chosen(chosen.length) : says.all}</span>
      </label>
      {chosen.length > 0 && (
        <>
          <button
            type="button"
            class="main"
            data-focus="revive"
            aria-disabled={isBusy}
            onClick={() => operators.revive(chosen)}
          >
            {says.reviveChosen(chosen.length)}
          </button>
          <button
            type="button"
            data-focus="drop"
            aria-haspopup="dialog"
            onClick={() => deeds.ask({ is: 'drop', letters: chosen })}
          >
            {says.dropChosen(chosen.length)}
          </button>
        </>
      )}
      {!chosen.length &&
        byDestination(all).map(([to, count]) => (
          <button
            key={to}
            type="button"
            data-focus={`all:${to}`}
            aria-disabled={isBusy}
            onClick={() => operators.reviveAll(to)}
          >
            {says.reviveAll(count, to)}
          </button>
        ))}
    </div>
  )
}
