import type { Replacement } from './build.ts'
import type { CheckName } from './records.ts'

/** A fault that the test must find, put into the relay's source for one build; the source itself has no switches. */
export interface Plant {
  name: string
  /** In words: what is wrong with such a relay. */
  what: string
  replacements: readonly Replacement[]
  /** At least one of these must be counted. */
  shows: readonly CheckName[]
}

const commitInTime = `      db.exec('BEGIN IMMEDIATE')
      for (const job of jobs) published.push(job.work())
      crash('before-commit')
      db.exec('COMMIT')
`
const commitLate = `      if (!db.inTransaction) db.exec('BEGIN IMMEDIATE')
      for (const job of jobs) published.push(job.work())
      setTimeout(() => {
        crash('before-commit')
        if (db.open && db.inTransaction) db.exec('COMMIT')
      }, 15)
`
const followFromSeq = `this.#parts.follow(welcome.conversation, welcome.after, entries => this.#show(entries))`
const followFromTime = `this.#parts.follow(
      welcome.conversation,
      await (async () => {
        const all = await this.#parts.store.read(welcome.conversation, 0, 10_000)
        const second = (entry: { at: number } | undefined) => Math.floor((entry?.at ?? 0) / 1_000)
        const since = second(all[welcome.after - 1])
        return all.findLast(entry => second(entry) <= since)?.seq ?? 0
      })(),
      entries => this.#show(entries)
    )`

export const plants: readonly Plant[] = [
  {
    name: 'no-dedup',
    what: 'a text that is said again enters the log again',
    replacements: [
      {
        file: 'relay/stores/sqlite/migrations.ts',
        find: `'CREATE UNIQUE INDEX entry_by_client`,
        replace: `'CREATE INDEX entry_by_client`
      }
    ],
    shows: ['doubled']
  },
  {
    name: 'no-event-dedup',
    what: 'a webhook that is sent again enters the log again',
    replacements: [
      {
        file: 'relay/stores/sqlite/entries.ts',
        find: `if (insertReceived(received.from, id, conversation, expected + 1) === 0) {`,
        replace: `if (insertReceived(received.from, id, conversation, expected + 1) < 0) {`
      }
    ],
    shows: ['doubled']
  },
  {
    name: 'ack-before-commit',
    what: 'said and 200 go out a moment before the commit',
    replacements: [{ file: 'relay/stores/sqlite/committer.ts', find: commitInTime, replace: commitLate }],
    shows: ['lost']
  },
  {
    name: 'resume-by-time',
    what: 'who comes back is given what is newer than the second of the last entry',
    replacements: [
      { file: 'relay/channels/widget/session.ts', find: followFromSeq, replace: followFromTime }
    ],
    shows: ['gaps']
  },
  {
    name: 'mark-before-send',
    what: 'a delivery is marked as done before it is made',
    replacements: [
      {
        file: 'relay/outbox/attempt.ts',
        find: `const receipt = await call(parts, reach, {`,
        replace: `if (address !== undefined) await stored({ kind: 'done' })
  const receipt = await call(parts, reach, {`
      }
    ],
    shows: ['unanswered', 'unacknowledged']
  },
  {
    name: 'wrong-room',
    what: 'news of one conversation goes to the readers of all',
    replacements: [
      {
        file: 'relay/conversation/follow.ts',
        find: `for (const reader of readers.get(conversation) ?? []) reader.hear(entries)`,
        replace: `if (conversation) for (const others of readers.values()) for (const reader of others) reader.hear(entries)`
      }
    ],
    shows: ['foreign']
  }
]

export function plantNamed(name: string): Plant {
  const plant = plants.find(one => one.name === name)
  if (!plant) throw new Error(`no plant ${name}; there are ${plants.map(one => one.name).join(', ')}`)
  return plant
}
