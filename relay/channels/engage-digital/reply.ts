import type { Content } from '#shared/content.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { isClosedThread, isWithoutIntervention } from './api.ts'
import { compose, type Reply } from './compose.ts'
import { content, type EngageContent } from './contract.ts'
import { notVisitors } from './gate.ts'
import { openIntervention } from './interventions.ts'
import { contentsOf, type Found } from './look.ts'
import type { Latest } from './memory.ts'
import type { Sender } from './sender.ts'
import { sameWords } from './words.ts'

type EntryCall = Extract<Call, { kind: 'entry' }>

/** Says something in a thread, in reply to the last that its visitor has said. */
export async function reply(
  { thread, call }: { thread: string; call: EntryCall },
  shown: Content,
  sender: Sender
): Promise<Receipt> {
  const { api, memory } = sender
  const known = memory.latest(thread)
  const mustLook = known === undefined || mayBeThere(call, sender)
  const found = mustLook ? await contentsOf(api, thread) : undefined
  if (found && !found.ok) return found.receipt
  const latest = known ?? latestOf(found, sender)
  if (!latest) return { kind: 'refused', reason: 'nobody has said anything in the thread to reply to' }
  const said = compose(shown, call.entry.seq, latest.capabilities ?? sender.settings.capabilities)
  if (said.body === '') return { kind: 'taken' }
  const before = mayBeThere(call, sender) && (await findIt({ found, said, call }, sender))
  if (before) {
    memory.posted(before.id)
    return { kind: 'taken' }
  }
  return post({ thread, latest, said }, sender)
}

/** No key makes a repeat known there. A crash forgets that it was tried: what is older than we are may be there too. */
const mayBeThere = ({ attempts, entry }: EntryCall, { openedAt }: Sender): boolean =>
  attempts > 0 || entry.at < openedAt

function latestOf(found: Found | undefined, { settings, myself }: Sender): Latest | undefined {
  const contents = found?.ok ? found.contents : []
  return contents.find(one => notVisitors(one, settings, myself.known()) === undefined)
}

interface Sought {
  found: Found | undefined
  said: Reply
  call: EntryCall
}

async function findIt({ found, said, call }: Sought, sender: Sender): Promise<EngageContent | undefined> {
  // Or an agent's equal words would be taken for ours.
  await sender.myself.learn()
  return found?.ok ? found.contents.find(one => isIt(one, said, call, sender)) : undefined
}

/** Is this content what an earlier try at the same entry has posted? */
function isIt(one: EngageContent, said: Reply, { entry }: EntryCall, sender: Sender): boolean {
  const { memory, myself, settings } = sender
  const { user } = myself.known()
  const isOurs = one.creator !== undefined && (user === undefined || one.creator === user)
  // Their times have whole seconds.
  const notBefore = Math.floor((entry.at - settings.clockSkewMs) / 1_000) * 1_000
  const isLater = one.createdAt === undefined || one.createdAt >= notBefore
  return isOurs && isLater && !memory.isPosted(one.id) && sameWords(one.body, said.body)
}

interface Posting {
  thread: string
  latest: Latest
  said: Reply
}

async function post(posting: Posting, sender: Sender): Promise<Receipt> {
  const { thread, latest } = posting
  const { whenClosed } = sender.settings
  const isWanted = whenClosed === 'intervention' || whenClosed === 'both'
  if (isWanted && latest.intervention === undefined && !sender.memory.isOpen(thread)) {
    const refusal = await open(posting, sender)
    if (refusal) return refusal
  }
  const answer = await postOnce(posting, sender)
  if (answer.ok) return posted(answer.body, sender)
  if (isClosedThread(answer))
    return { kind: 'gone', reason: 'reply: Engage Digital answered 403: the thread is closed' }
  if (!isWithoutIntervention(answer)) return answer.receipt
  const refusal = await open(posting, sender)
  if (refusal) return refusal
  const second = await postOnce(posting, sender)
  return second.ok ? posted(second.body, sender) : second.receipt
}

async function open(
  { thread, latest }: Posting,
  { api, memory, myself }: Sender
): Promise<Receipt | undefined> {
  // Or it would be taken for an agent's when its event comes.
  await myself.learn()
  const opened = await openIntervention(api, latest.id)
  if (!opened.ok) return opened.receipt
  memory.opened(thread)
  return undefined
}

function postOnce({ latest, said }: Posting, { api }: Sender) {
  const json = {
    in_reply_to_id: latest.id,
    body: said.body,
    ...(latest.isPrivate !== undefined && { private: latest.isPrivate }),
    auto_submitted: true,
    ...(said.structured && { structured_content: said.structured })
  }
  return api({ name: 'reply', method: 'POST', path: '/contents', json })
}

/** Taken there is not shown yet: that is told by `content.exported`. */
function posted(body: unknown, { memory, log, meter, self }: Sender): Receipt {
  const read = content.safeParse(body)
  if (!read.success) return { kind: 'taken' }
  memory.posted(read.data.id)
  if (read.data.needsApproval) {
    meter.notShown(self)
    log.warn({ channel: self, content: read.data.id }, 'a reply waits for the approval of a person')
  }
  return { kind: 'taken' }
}
