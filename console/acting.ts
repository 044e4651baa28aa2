import { batch } from '@preact/signals-core'
import { type Clock, newId } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import type { Answer, Deed } from './contract.ts'
import type { Deeds, Desk } from './state/desk.ts'
import type { Outgoing, Talk } from './state/talk.ts'
import { addressed, metadataOf } from './state/text.ts'
import { createTyping } from './typing.ts'
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
  const typing = createTyping(clock, (id, state) => void relay.act(id, { verb: 'typing', body: { state } }))
  const queue = createQueue(desk, relay)

  async function act(id: string, deed: Deed): Promise<boolean> {
    desk.notice.value = undefined
    const answer = await relay.act(id, deed)
    if (answer.is === 'no') desk.notice.value = refusal(answer)
    return answer.is === 'ok'
  }
  const leaving = (id: string, deed: Deed) => {
    typing.stop(id)
    return act(id, deed)
  }
  return {
    async take(id) {
      own.add(id)
      const isTaken = await act(id, { verb: 'take', body: {} })
      if (isTaken) desk.wish.value = `say:${id}`
      else own.delete(id)
    },
    handback: (id, text) => void leaving(id, { verb: 'handback', body: { metadata: metadataOf(text) } }),
    async transfer(id, to) {
      const person = desk.people.peek().find(({ name }) => name === to)
      const isGone = await leaving(id, { verb: 'transfer', body: { to } })
      if (isGone) own.delete(id)
      if (isGone && person) desk.notice.value = words.column.transferred(person.shown)
    },
    close: id => void leaving(id, { verb: 'close', body: {} }),
    write(id, text, cursor) {
      const talk = desk.talks.get(id)
      if (!talk) return
      batch(() => {
        if (talk.draft.peek() !== text) talk.choice.value = 0
        talk.draft.value = text
        talk.cursor.value = cursor
      })
      if (talk.mode.peek() === 'say') typing.wrote(id, text)
    },
    send(id) {
      const talk = desk.talks.get(id)
      if (!talk) return
      const named = desk.summaries.peek().get(id)?.named
      const text = addressed(talk.draft.peek(), named).trim()
      if (text === '') return
      typing.stop(id)
      const one: Outgoing = { id: newId(), verb: talk.mode.peek(), text, state: { is: 'sending' } }
      batch(() => {
        talk.draft.value = ''
        talk.view.atEnd.value = true
        talk.pending.value = [...talk.pending.peek(), one]
      })
      queue.send(talk, one)
    },
    again(id, outgoing) {
      const talk = desk.talks.get(id)
      const one = talk?.pending.peek().find(other => other.id === outgoing)
      if (talk && one) queue.send(talk, one)
    },
    discard(id, outgoing) {
      const talk = desk.talks.get(id)
      if (talk) talk.pending.value = talk.pending.peek().filter(other => other.id !== outgoing)
    },
    presence() {
      const state = desk.presence.peek() === 'available' ? 'away' : 'available'
      void relay.presence(state).then(answer => {
        if (answer.is === 'no') desk.notice.value = refusal(answer)
      })
    }
  }
}

/** One after the other in each conversation, so that what is said stays in its order. */
function createQueue(desk: Desk, relay: Relay) {
  const lanes = new Map<string, Promise<void>>()

  async function deliver(talk: Talk, { id, verb, text }: Outgoing): Promise<void> {
    const answer = await relay.act(talk.id, { verb, body: { text, id } })
    if (answer.is === 'ok') return
    const says = answer.status === 413 ? words.composer.tooLong : answer.says
    put(talk, id, { is: 'failed', ...(says !== undefined && { says }) })
  }
  return {
    send(talk: Talk, one: Outgoing): void {
      desk.notice.value = undefined
      put(talk, one.id, { is: 'sending' })
      const before = lanes.get(talk.id) ?? Promise.resolve()
      lanes.set(
        talk.id,
        before.then(() => deliver(talk, one))
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
