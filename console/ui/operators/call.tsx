import type { CallTold } from '../../contract.ts'
import type { Fetched } from '../../state/operators/fetched.ts'
import { operatorWords } from '../../words/operators.ts'
import { Scrolled, Standing } from './standing.tsx'

const says = operatorWords.letters

/** What would be sent, to look at: nothing of it is sent, and it does not say how others could. */
export function CallOf({ call, again }: { call: Fetched<CallTold>; again(): void }) {
  const told = call.value
  return (
    <div class="call">
      <Standing of={call} again={again} />
      {told && !told.call && <p class="hint">{says.noCall}</p>}
      {told?.call && (
        <Scrolled label={says.call}>
          <p class="title">{says.call}</p>
          <pre>{textOf(told.call)}</pre>
        </Scrolled>
      )}
    </div>
  )
}

/** As it stands on the wire, more or less. */
function textOf({ method, url, headers, body }: NonNullable<CallTold['call']>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const shown = typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  return [`${method} ${url}`, ...lines, ...(body === undefined ? [] : ['', shown])].join('\n')
}
