import { batch } from '@preact/signals-core'
import type { OperatorsRelay } from '../connection/operators.ts'
import type { Answer } from '../contract.ts'
import type { Desk } from '../state/desk.ts'
import { fetched, loading } from '../state/operators/fetched.ts'
import { withChosen } from '../state/operators/letters.ts'
import type { OperatorDeeds, Operators } from '../state/operators/operators.ts'
import type { Rotated } from '../subscriptions-contract.ts'
import { operatorWords } from '../words/operators.ts'

type Mending = Pick<
  OperatorDeeds,
  | 'choose'
  | 'showCall'
  | 'revive'
  | 'reviveAll'
  | 'drop'
  | 'enable'
  | 'disable'
  | 'replay'
  | 'rotate'
  | 'erase'
>

interface MendingParts {
  desk: Desk
  relay: OperatorsRelay
  /** What was done changes what is there. */
  read(): Promise<void>
}

/** Does it and reads the page anew, and says what came of it, where that is to be said; `notKnown`: where nobody answered. */
type Mend = <Body>(
  asked: () => Promise<Answer<Body>>,
  says: (body: Body) => string | undefined,
  notKnown?: string
) => Promise<void>

const { standing } = operatorWords

/** Whoever was asked may have done it: nobody answered, or somebody on the way who knows nothing of it. */
const isLost = ({ status, says }: Refusal): boolean => status === 0 || (status >= 500 && says === undefined)
type Refusal = Answer<unknown> & { is: 'no' }

/** What an operator does about what went wrong: one thing at a time, and what came of it is said. */
export function createMending(ops: Operators, { desk, relay, read }: MendingParts): Mending {
  async function mend<Body>(
    asked: () => Promise<Answer<Body>>,
    says: (body: Body) => string | undefined,
    notKnown: string = standing.notKnown
  ): Promise<void> {
    if (ops.isBusy.peek()) return void (desk.notice.value = standing.busy)
    ops.isBusy.value = true
    const answer = await asked()
    await read()
    batch(() => {
      ops.isBusy.value = false
      if (answer.is === 'ok') desk.notice.value = says(answer.body)
      else desk.notice.value = isLost(answer) ? notKnown : standing.notDone(answer.says)
    })
  }
  const { letters, visitor } = operatorWords
  return {
    choose(ids, isIn) {
      ops.chosen.value = withChosen(ops.chosen.peek(), ids, isIn)
    },
    showCall: (letter, isShown) => void showCall(ops, relay, { letter, isShown }),
    revive: ids =>
      void mend(
        () => relay.revive(ids),
        ({ revived }) => letters.revived(revived)
      ),
    reviveAll: to =>
      void mend(
        () => relay.reviveAll(to),
        ({ revived }) => letters.revived(revived)
      ),
    drop: (ids, reason) => void mend(() => dropEach(relay, ids, reason), letters.dropped),
    erase: id =>
      void mend(
        () => relay.erase(id),
        ({ erased }) => visitor.erased(erased.length)
      ),
    ...onSubscriptions(mend, { desk, relay })
  }
}

/** What is done about who is told of events. */
function onSubscriptions(
  mend: Mend,
  { desk, relay }: Pick<MendingParts, 'desk' | 'relay'>
): Pick<OperatorDeeds, 'enable' | 'disable' | 'replay' | 'rotate'> {
  const { subscriptions } = operatorWords
  return {
    enable: id =>
      void mend(
        () => relay.turn(id, 'enable'),
        () => subscriptions.enabled(id)
      ),
    disable: id =>
      void mend(
        () => relay.turn(id, 'disable'),
        () => subscriptions.disabled(id)
      ),
    replay: (id, range) =>
      void mend(
        () => relay.replay(id, range),
        ({ owed }) => subscriptions.replayed(owed)
      ),
    rotate(id, overlapSeconds) {
      const me = desk.me.peek()
      /** Told this once, to whoever asked, if they still are where they asked. */
      const show = (rotated: Rotated): boolean => {
        const isHere = desk.place.peek().page === 'subscriptions' && desk.me.peek() === me
        if (isHere) desk.sheet.value = { is: 'secret', subscription: id, rotated, overlapSeconds }
        return isHere
      }
      let isShown = false
      void mend(
        async () => {
          const answer = await relay.rotate(id, overlapSeconds)
          isShown = answer.is === 'ok' && show(answer.body)
          return answer
        },
        () => (isShown ? undefined : subscriptions.notShown(id)),
        subscriptions.notKnown(id)
      )
    }
  }
}

/** One after the other, and no further once one could not be. */
async function dropEach(
  relay: OperatorsRelay,
  ids: readonly number[],
  reason: string
): Promise<Answer<number>> {
  let dropped = 0
  for (const id of ids) {
    const answer = await relay.drop(id, reason)
    // Whoever was quicker has done the same.
    if (answer.is === 'no' && answer.status !== 404) return answer
    dropped += 1
  }
  return { is: 'ok', body: dropped }
}

async function showCall(
  ops: Operators,
  relay: OperatorsRelay,
  { letter, isShown }: { letter: number; isShown: boolean }
): Promise<void> {
  const calls = new Map(ops.calls.peek())
  if (isShown) calls.set(letter, loading)
  else calls.delete(letter)
  ops.calls.value = calls
  if (!isShown) return
  const answer = await relay.call(letter)
  if (!ops.calls.peek().has(letter)) return
  ops.calls.value = new Map(ops.calls.peek()).set(
    letter,
    fetched(answer, loading, body => body)
  )
}
