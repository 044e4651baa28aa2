import type { Welcome } from '#shared/wire/hello.ts'
import { erase } from './link.ts'
import { flush } from './outgoing.ts'
import { tellSeen } from './seen.ts'
import { emptyView, type State, type View } from './state.ts'
import { andThen, cancel, only, type Step, step, timer } from './step.ts'
import { find, settle, type Unsent } from './unsent.ts'

/** The socket is good: go on where we were, or begin the view again. */
export function welcome(state: State, frame: Welcome): Step {
  if (state.link.is !== 'greeting') return step(state)
  const goesOn = resumes(state.view, frame)
  const unsent = settle(goesOn ? state.unsent : unanswered(state.unsent), frame.conversation, state.fresh)
  const next: State = {
    ...state,
    link: { is: 'live', socket: state.link.socket },
    fresh: false,
    view: viewOf(goesOn ? state.view : undefined, frame),
    older: goesOn && state.older,
    seen: { here: goesOn ? state.seen.here : 0, told: frame.seen },
    unsent
  }
  const gone = state.unsent.filter(({ frame }) => !find(unsent, frame.id))
  const first = step(
    next,
    ...cancel('welcome'),
    timer('ping'),
    ...(frame.token ? [{ do: 'keep', token: frame.token } as const] : []),
    ...gone.map(({ frame }) => ({ do: 'drop', id: frame.id }) as const)
  )
  return andThen(first, begin)
}

/** A relay of version 1 does not say it: whoever named no place got everything from the start. */
function resumes(view: View, { resumed, after, epoch, conversation }: Welcome): boolean {
  return (resumed ?? after > 0) && view.epoch === epoch && view.conversation === conversation
}

function viewOf(before: View | undefined, frame: Welcome): View {
  const { epoch, conversation, head, seen, site, phase, can, delivered, read } = frame
  return {
    ...(before ?? { ...emptyView, from: frame.after + 1, base: phase ?? emptyView.base }),
    epoch,
    conversation,
    head,
    seen,
    site,
    can: can ?? {},
    receipts: { delivered: delivered ?? 0, read: read ?? 0 }
  }
}

/** Where the view starts again, what was sent comes with the log. */
const unanswered = (unsent: Unsent) => unsent.filter(({ fate }) => fate.is !== 'sent')

/** All that waited for a socket. */
const begin = (state: State): Step =>
  state.erasing ? erase(state) : andThen(tellSeen(state), flush, ...(isFetching(state) ? [askAgain] : []))

const isFetching = ({ older, listing, reading }: State) => older || listing || reading?.loading
const askAgain = only({ do: 'rare', event: { on: 'askAgain' } })
