import type { Receipt } from '../outbox/destination.ts'
import type { Finding } from './finding.ts'

type NotTaken = Exclude<Receipt, { kind: 'taken' | 'linked' }>

const says = (
  step: Finding['step'],
  { reason }: NotTaken,
  rest: Pick<Finding, 'is' | 'change'>
): Finding => ({
  step,
  says: reason,
  ...rest
})

/** Why the platform did not take a call, by the status it answered or by its silence. */
export function refusalOf(step: 'start' | 'acknowledge', receipt: NotTaken): Finding {
  const other = step === 'start' ? 'start' : 'acknowledge'
  const status = Number(/\banswered (\d{3})\b/.exec(receipt.reason)?.[1] ?? 0)
  if (status >= 300 && status < 400) {
    return says(step, receipt, {
      is: other,
      change: 'That is a redirect, and calls follow none: copy the URL anew, whole.'
    })
  }
  switch (status) {
    case 0:
      return says(step, receipt, { is: other, change: silence })
    case 400:
    case 401:
    case 403:
      return says(step, receipt, { is: 'refused', change: wrongToken })
    case 404:
    case 405:
    case 410:
      return says(step, receipt, {
        is: 'refused',
        change: 'There is nothing at this URL: copy it anew, whole, with the ids in it.'
      })
    case 408:
    case 429:
      return says(step, receipt, {
        is: other,
        change: 'Too much at once for the platform: wait, and try again.'
      })
    default:
      return says(step, receipt, {
        is: other,
        change: status >= 500 ? 'The platform is in trouble: try again later, or ask its support.' : silence
      })
  }
}

const wrongToken =
  'The token is wrong or was replaced, or an id is another bot’s: copy all of them anew from the platform’s page.'
const silence =
  'Sent, and no answer that could be read: try again; if it stays so, a larger timeoutMs may help.'
