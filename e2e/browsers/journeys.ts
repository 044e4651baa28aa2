import type { World } from '../world.ts'
import { escape } from './driver.ts'
import type { Visitor } from './visitor.ts'

export interface Journey {
  name: string
  /** Everybody has a world of their own. */
  run(visitor: Visitor, world: World): Promise<void>
}

const mine = '.row.mine'
const theirs = '.row.theirs'

async function begins(visitor: Visitor, { website }: World): Promise<void> {
  await visitor.visits(website.origin)
  await visitor.presses('.launcher')
  await visitor.sees(theirs, 'Hello')
}

/** The first is the smoke test; all are run where there is time. */
export const journeys: readonly Journey[] = [
  {
    name: 'a visitor is greeted, says something and is answered',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.says('apples')
      await visitor.sees(mine, 'apples')
      await visitor.sees(theirs, 'You said: apples')
    }
  },
  {
    name: 'a quick reply, a person, and back to the bot',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.presses('button', 'Ask for a person')
      await visitor.sees(theirs, 'One moment, I am asking for a person.')
      await visitor.sees('.note', 'You asked for a person')
    }
  },
  {
    name: 'a reload resumes the conversation and keeps the draft',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.says('apples')
      await visitor.sees(theirs, 'You said: apples')
      await visitor.writes('and pears, but')
      await visitor.visits(world.website.origin)
      await visitor.presses('.launcher')
      await visitor.sees(theirs, 'You said: apples')
      const { text } = await visitor.sees('textarea')
      if (text !== 'and pears, but') throw new Error(`the draft is "${text}"`)
    }
  },
  {
    name: 'what is said while the relay is away is sent when it is back',
    async run(visitor, world) {
      await begins(visitor, world)
      await world.relay.dies()
      await visitor.says('plums')
      await world.relay.isStartedAgain()
      await visitor.sees(theirs, 'You said: plums')
    }
  },
  {
    name: 'Escape closes the panel, and the launcher opens it again',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.writes('never mind')
      await visitor.types(escape)
      await visitor.doesNotSee('textarea')
      await visitor.presses('.launcher')
      await visitor.sees('textarea')
    }
  }
]
