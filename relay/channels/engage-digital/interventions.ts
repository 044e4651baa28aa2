import type { Answered, Api, Fault } from './api.ts'
import { each, intervention, listed } from './contract.ts'
import { notUnderstood } from './look.ts'

/** Opened before the first reply, or it could not be closed: an intervention without one is only cancelled. */
export async function openIntervention(api: Api, contentId: string): Promise<{ ok: true } | Fault> {
  const opened = await api({
    name: 'open the intervention',
    method: 'POST',
    path: '/interventions',
    query: [['content_id', contentId]]
  })
  // 422: it is open.
  return opened.ok || opened.status === 422 ? { ok: true } : again(opened)
}

/** Opening twice is known there, so that what is not known may be done again. */
const again = (fault: Fault): Fault =>
  fault.receipt.kind === 'unknown' ? { ...fault, receipt: { ...fault.receipt, kind: 'later' } } : fault

/** Closes what is open of ours; what we never replied to is cancelled instead. */
export async function closeInterventions(
  api: Api,
  thread: string,
  us: string | undefined
): Promise<{ ok: true } | Fault> {
  const name = 'close the intervention'
  const found = await api({ name, method: 'GET', path: '/interventions', query: [['thread_id', thread]] })
  if (!found.ok) return found
  const read = listed.safeParse(found.body)
  if (!read.success) return notUnderstood(name)
  const isOurs = (owner: string | null | undefined) => us === undefined || owner === us
  const open = each(intervention, read.data).filter(
    one => one.closed !== true && !one.closed_at && isOurs(one.user_id)
  )
  for (const { id } of open) {
    const closed = await closeOne(api, id)
    if (!closed.ok) return again(closed)
  }
  return { ok: true }
}

async function closeOne(api: Api, id: string): Promise<Answered> {
  const closed = await api({
    name: 'close the intervention',
    method: 'PUT',
    path: `/interventions/${id}/close`
  })
  if (closed.ok || closed.status !== 403) return closed
  return api({ name: 'cancel the intervention', method: 'DELETE', path: `/interventions/${id}/cancel` })
}
