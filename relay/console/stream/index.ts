import type { ServerResponse } from 'node:http'
import type { ActivityHub } from '../../conversation/activity.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { Actor } from '../access/door.ts'
import type { People } from '../people.ts'
import { Feed, type FeedStore } from './feed.ts'
import { eventOf } from './frames.ts'
import { Stream } from './stream.ts'

/** Who wants to be told of everything, from where on, and whether they still may be. */
interface Wanting {
  by: Actor
  /** The last place they have; absent: only what comes from now on. */
  after: number | undefined
  /** Asked every now and then; to ask is not to use. */
  mayStay(): Promise<boolean>
}

/** Tells every open console what happens in all conversations. */
export interface Streams {
  /** False when the account has as many as it may have. */
  open(wanting: Wanting, response: ServerResponse): boolean
  /** There may be something new that no watcher of the store was told of. */
  wake(): void
  /** Ends those that may not stay, at once. */
  look(): void
  /** Says goodbye to everybody. */
  close(): void
}

export interface StreamsParts {
  store: FeedStore
  activity: Pick<ActivityHub, 'listen'>
  people: People
  clock: Clock
  log: Pick<Log, 'error'>
}

/** Windows of one account at once. */
const mostOfOne = 10
const lookEveryMs = 2_000

export function createStreams({ store, activity, people, clock, log }: StreamsParts): Streams {
  const onFault = (error: unknown) => log.error({ error: String(error) }, 'a fault in a stream')
  const feed = new Feed(store, onFault)
  const open = new Set<Stream>()
  let closed = false
  const tellAll = (text: string) => {
    for (const stream of open) stream.say(text)
  }
  const look = () => {
    for (const stream of open) stream.look()
  }
  const peopleNow = () => eventOf('people', { people: people.list() })
  const stops = [
    activity.listen((conversation, what) => {
      if (open.size > 0) tellAll(eventOf('activity', { conversation, ...what }))
    }),
    people.watch(() => {
      for (const stream of open) stream.tellPeople()
    }),
    clock.every(lookEveryMs, look)
  ]

  return {
    open({ by, after, mayStay }, response) {
      // Gone before it began: nobody would ever tell us so again.
      if (response.destroyed) return true
      const own = [...open].filter(({ account }) => account === by.name)
      if (closed || own.length >= mostOfOne) return false
      const stream = new Stream({ account: by.name, feed, clock, response, mayStay, onFault, peopleNow })
      const leave = by.shown === undefined ? undefined : people.come(by)
      open.add(stream)
      response.on('close', () => {
        open.delete(stream)
        stream.stop()
        leave?.()
      })
      // A place that the store has not come to is of another life of it.
      stream.begin(store.newest().then(newest => Math.min(after ?? newest, newest)))
      return true
    },
    wake: () => feed.wake(),
    look,
    close() {
      closed = true
      for (const stop of stops) stop()
      for (const stream of open) stream.end('closing')
    }
  }
}
