import { batch, effect } from '@preact/signals-core'
import { type Clock, newId } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import type { Answer, Deed } from './contract.ts'
import type { Deeds, Desk } from './state/desk.ts'
import { isMine } from './state/lists.ts'
import { fade, type Outgoing, type Talk } from './state/talk.ts'
import { addressed, metadataOf } from './state/text.ts'
import { whyNothing } from './state/turn.ts'
import { createTyping, type Typing } from './typing.ts'
import { words } from './words/en.ts'

type Acts = Pick<
  Deeds,
  'take' | 'handback' | 'transfer' | 'close' | 'write' | 'send' | 'again' | 'discard' | 'presence'
>

interface ActingParts {
  relay: Relay
  clock: Clock
  own: Set<string>
}

/** What an agent does to conversations: each is asked of the relay, and its refusal is said in words. */
export function createActing(desk: Desk, { relay, clock, own }: ActingParts): Acts {
  const typing = createTyping(
    desk,
    clock,
    (id, state) => void relay.act(id, { verb: 'typing', body: { state } })
  )
  const act: Act = async (id, deed) => {
    desk.notice.value = undefined
    typing.stop(id)
    const answer = await relay.act(id, deed)
    if (answer.is === 'no') desk.notice.value = refusal(answer)
    return answer.is === 'ok'
  }
  endQuestions(desk)
  desk.now.subscribe(now => desk.talks.forEach(talk => fade(talk, now)))
  return {
    ...createTurns({ desk, act, own }),
    ...createWriting({ desk, relay, typing }),
    presence() {
      const state = desk.presence.peek() === 'available' ? 'away' : 'available'
      void relay.presence(state).then(answer => {
        if (answer.is === 'no') desk.notice.value = refusal(answer)
      })
    }
  }
}

/** Whether it was done. */
type Act = (id: string, deed: Deed) => Promise<boolean>
type Turns = Pick<Deeds, 'take' | 'handback' | 'transfer' | 'close'>

/** Whose turn it is. */
function createTurns({ desk, act, own }: { desk: Desk; act: Act; own: Set<string> }): Turns {
  async function take(id: string): Promise<void> {
    own.add(id)
    const forget = onceTaken(desk, id, () => void (desk.wish.value = `say:${id}`))
    if (await act(id, { verb: 'take', body: {} })) return
    forget()
    own.delete(id)
  }
  async function transfer(id: string, to: string): Promise<void> {
    const person = desk.people.peek().find(({ name }) => name === to)
    const isGone = await act(id, { verb: 'transfer', body: { to } })
    if (!isGone) return
    own.delete(id)
    if (person) desk.notice.value = words.column.transferred(person.shown)
  }
  async function handback(id: string, text: string): Promise<void> {
    const forBot = desk.talks.get(id)?.forBot
    if (forBot) forBot.value = text
    const isDone = await act(id, { verb: 'handback', body: { metadata: metadataOf(text) } })
    if (forBot && isDone) forBot.value = ''
  }
  return {
    take: id => void take(id),
    transfer: (id, to) => void transfer(id, to),
    handback: (id, text) => void handback(id, text),
    close: id => void act(id, { verb: 'close', body: {} })
  }
}

/** What is asked about a visitor is asked no more once they are with somebody else; what is being written stays to be read. */
function endQuestions({ sheet, summaries, me, notice }: Desk): void {
  effect(() => {
    const open = sheet.value
    if (open?.is !== 'close' && open?.is !== 'transfer') return
    const why = whyNothing(summaries.value.get(open.id), me.value)
    if (why === undefined) return
    batch(() => {
      sheet.value = undefined
      notice.value = why
    })
  })
}

/**
 * With the news of it, before which there is no field to write in: the answer may be quicker, or so late that the agent has
 * gone on. Who has gone elsewhere by then stays there. Ends by itself, or when told.
 */
function onceTaken(desk: Desk, id: string, run: () => void): () => void {
  const { summaries, me, columns, place, focus } = desk
  const before = focus.peek()
  // A list that is empty now has given it to its tab.
  const stays = new Set([undefined, before, ...(before === 'list' ? ['tab'] : [])])
  const isHere = () => {
    const at = focus.peek()
    const isIn = stays.has(at) || at?.endsWith(`:${id}`)
    return isIn && columns.peek().active === id && place.peek().page === 'desk'
  }
  const isOver = (): boolean => {
    const summary = summaries.peek().get(id)
    if (summary?.phase === 'waiting') return false
    if (summary && isMine(summary, me.peek()) && isHere()) run()
    return true
  }
  if (isOver()) return () => undefined
  const stop = summaries.subscribe(() => {
    if (isOver()) stop()
  })
  return stop
}

type Writing = Pick<Deeds, 'write' | 'send' | 'again' | 'discard'>

/** What is written, and on its way. */
function createWriting({ desk, relay, typing }: { desk: Desk; relay: Relay; typing: Typing }): Writing {
  const queue = createQueue(desk, relay)
  return {
    write(id, text, cursor) {
      const talk = desk.talks.get(id)
      if (!talk) return
      const isNew = talk.draft.peek() !== text
      batch(() => {
        if (isNew) talk.choice.value = 0
        talk.draft.value = text
        talk.cursor.value = cursor
      })
      if (isNew && talk.mode.peek() === 'say') typing.wrote(id, text)
    },
    send(id) {
      const talk = desk.talks.get(id)
      const text = talk ? addressed(talk.draft.peek(), desk.summaries.peek().get(id)?.named).trim() : ''
      const files = talk ? readyIn(talk) : []
      if (!talk) return
      const held = heldBack(talk)
      if (held !== undefined) return void (desk.notice.value = held)
      if (text === '' && !files.length) return
      typing.stop(id)
      const verb = talk.mode.peek()
      const said = [...files, ...(text === '' ? [] : [{ text }])]
      const all = said.map((one): Outgoing => ({ id: newId(), verb, state: { is: 'sending' }, ...one }))
      batch(() => {
        talk.draft.value = ''
        if (files.length) talk.attached.value = talk.attached.peek().filter(one => one.state.is !== 'ready')
        talk.view.atEnd.value = true
        talk.pending.value = [...talk.pending.peek(), ...all]
      })
      queue.send(talk, all)
    },
    again(id, outgoing) {
      const talk = desk.talks.get(id)
      const one = talk?.pending.peek().find(other => other.id === outgoing)
      if (talk && one) queue.send(talk, [one])
    },
    discard(id, outgoing) {
      const talk = desk.talks.get(id)
      if (talk) talk.pending.value = talk.pending.peek().filter(other => other.id !== outgoing)
    }
  }
}

/** Files that are with the relay, and go before the words; a note has none. */
const readyIn = (talk: Talk): readonly Pick<Outgoing, 'text' | 'file'>[] =>
  talk.mode.peek() === 'note'
    ? []
    : talk.attached
        .peek()
        .flatMap(({ name, state }) =>
          state.is === 'ready' ? [{ text: '', file: { id: state.file, name } }] : []
        )

/** Words do not go without the files that they are about: why they cannot go yet. */
function heldBack({ mode, attached }: Talk): string | undefined {
  if (mode.peek() === 'note') return undefined
  const states = new Set(attached.peek().map(({ state }) => state.is))
  if (states.has('sending')) return words.composer.uploading
  return states.has('failed') ? words.composer.lost : undefined
}

/** One after the other in each conversation, so that what is said stays in its order. */
function createQueue(desk: Desk, relay: Relay) {
  const lanes = new Map<string, Promise<void>>()

  /** Whether it was said. */
  async function deliver(talk: Talk, { id, verb, text, file }: Outgoing): Promise<boolean> {
    const body = { text, id, ...(file && { file: file.id }) }
    const answer = await relay.act(talk.id, { verb, body })
    if (answer.is === 'ok') return true
    const says = answer.status === 413 ? words.composer.tooLong : answer.says
    put(talk, id, { is: 'failed', ...(says !== undefined && { says }) })
    return false
  }

  /** Words are not said without the files that they are about. */
  async function deliverAll(talk: Talk, all: readonly Outgoing[]): Promise<void> {
    for (const [at, one] of all.entries()) {
      const isWanted = talk.pending.peek().some(({ id }) => id === one.id)
      if (!isWanted || (await deliver(talk, one))) continue
      for (const { id } of all.slice(at + 1)) put(talk, id, { is: 'failed' })
      return
    }
  }
  return {
    send(talk: Talk, all: readonly Outgoing[]): void {
      desk.notice.value = undefined
      for (const { id } of all) put(talk, id, { is: 'sending' })
      const before = lanes.get(talk.id) ?? Promise.resolve()
      lanes.set(
        talk.id,
        before.then(() => deliverAll(talk, all))
      )
    }
  }
}

function put(talk: Talk, id: string, state: Outgoing['state']): void {
  talk.pending.value = talk.pending.peek().map(one => (one.id === id ? { ...one, state } : one))
}

function refusal({ status, error, says, by }: Answer<unknown> & { is: 'no' }): string {
  if (status === 0) return words.column.unreachable
  if (error === 'taken' && by !== undefined) return words.column.takenBy(by)
  return words.column.refused(says)
}
