import { type Decision, entries, type Facts, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** A visitor comes: the site's bot is told to begin, in the way this page asks for. */
export function open(state: State, input: InputOf<'open'>, { rules }: Facts): Decision {
  if (state.phase !== 'new') return refuse('opened')
  const { site, locale, page, named } = input
  return entries({
    kind: 'opened',
    site,
    bot: rules.bot,
    start: rules.start(page?.url),
    ...(locale !== undefined && { locale }),
    ...(page && { page }),
    ...(named && { named }),
    ...(rules.channel !== undefined && { channel: rules.channel })
  })
}
