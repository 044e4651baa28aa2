import type { Replacement } from '../planting.ts'
import type { CheckName } from './records.ts'
import type { Kills } from './run.ts'
import { nowhereElse } from './sizes.ts'
import type { Elsewhere } from './world.ts'

/** A fault that the test must find, put into the relay's source for one build; the source itself has no switches. */
export interface Plant {
  name: string
  /** In words: what is wrong with such a relay. */
  what: string
  replacements: readonly Replacement[]
  /** At least one of these must be counted. */
  shows: readonly CheckName[]
  /** How the relay must die for it to show. What shows without takes less time without. */
  kills?: Kills
  /** Where it can show, if not on the first platform. */
  elsewhere?: Elsewhere
}

const committer = 'relay/stores/sqlite/committer.ts'
const commitInTime = `this.#crash('before-commit')
      db.exec('COMMIT')
`
const beginOnly = `if (!db.inTransaction) {
        db.exec('BEGIN IMMEDIATE')
        setTimeout(() => {
          this.#crash('before-commit')
          if (db.open && db.inTransaction) db.exec('COMMIT')
        }, 100)
      }`
const followFromSeq = `follow(conversation, after, all => this.#outlet.breathe(all), lost)`
const followFromTime = `follow(
      conversation,
      await (async () => {
        const all = await this.#parts.store.read(conversation, 0, 10_000)
        const second = (entry: { at: number } | undefined) => Math.floor((entry?.at ?? 0) / 1_000)
        const since = second(all[after - 1])
        return all.findLast(entry => second(entry) <= since)?.seq ?? 0
      })(),
      entries => this.#outlet.breathe(entries),
      lost
    )`

const lostSilence = `return { kind: 'lost', reason: result.reason }`

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
        file: 'relay/stores/sqlite/received.ts',
        find: `, ...received.ids])`,
        replace: `])`
      }
    ],
    shows: ['doubled']
  },
  {
    name: 'ack-before-commit',
    what: 'said and 200 go out a moment before the commit',
    replacements: [
      { file: committer, find: commitInTime, replace: '' },
      { file: committer, find: `db.exec('BEGIN IMMEDIATE')`, replace: beginOnly }
    ],
    shows: ['lost'],
    kills: { restMs: 8_000, crashes: ['before-commit:0.05'], enough: 5 }
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
        find: `const made = await answered(one,`,
        replace: `if (address !== undefined) await stored({ kind: 'done' })
  const made = await answered(one,`
      }
    ],
    shows: ['unanswered', 'unacknowledged'],
    kills: { restMs: 3_000, crashes: [], enough: 8 }
  },
  {
    name: 'wrong-room',
    what: 'news of one conversation goes to the readers of all',
    replacements: [
      {
        file: 'relay/conversation/follow.ts',
        find: `of readers.get(conversation) ?? [])`,
        replace: `of [...readers.values()].flatMap(others => [...others]))`
      }
    ],
    shows: ['foreign']
  },
  {
    name: 'ebbot-again',
    what: 'a call to Ebbot that may have been taken is made again',
    replacements: [
      { file: 'relay/bots/ebbot/index.ts', find: 'once: true', replace: 'once: false' },
      { file: 'relay/bots/ebbot/send.ts', find: lostSilence, replace: lostSilence.replace('lost', 'unknown') }
    ],
    shows: ['doubled'],
    elsewhere: { ...nowhereElse, ebbot: 20 }
  },
  {
    name: 'engage-without-look',
    what: 'a reply to Engage Digital that may be there is made without a look',
    replacements: [
      {
        file: 'relay/channels/engage-digital/reply.ts',
        find: 'attempts > 0 || entry.at < openedAt',
        replace: 'attempts > 1_000 && entry.at < openedAt'
      }
    ],
    shows: ['doubled'],
    elsewhere: { ...nowhereElse, engage: 20 }
  },
  {
    name: 'livechat-without-look',
    what: 'a message to LiveChat that may be there is sent without a look',
    replacements: [
      {
        file: 'relay/channels/livechat/sender.ts',
        find: 'attempts > 0 || entry.at < startedAt',
        replace: 'attempts > 1_000 && entry.at < startedAt'
      }
    ],
    shows: ['doubled'],
    elsewhere: { ...nowhereElse, livechat: 15 }
  }
]

export function plantNamed(name: string): Plant {
  const plant = plants.find(one => one.name === name)
  if (!plant) throw new Error(`no plant ${name}; there are ${plants.map(one => one.name).join(', ')}`)
  return plant
}
