import { Agent } from '../../actors/agent.ts'
import { notices } from '../../actors/notices.ts'
import { shared } from '../../settings.ts'
import { keys } from '../driver.ts'
import { eventually } from '../visitor.ts'
import { begins, type Journey } from './journey.ts'

const mine = '.row.mine'
const theirs = '.row.theirs'

export const talk: readonly Journey[] = [
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
      const agent = new Agent(world.relay.url, shared.apiToken)
      await begins(visitor, world)
      await visitor.presses('.replies button', 'Ask for a person')
      await visitor.sees('.note', notices.looking)
      await agent.isAskedFor()
      await agent.takesAs('Grace')
      await visitor.sees('.note', notices.joined('Grace'))
      await agent.says('Good morning, this is Grace.')
      await visitor.sees(theirs, 'Good morning, this is Grace.')
      await visitor.says('my roses are ill')
      await visitor.sees(mine, ' · ')
      await agent.handsBack()
      await visitor.sees('.note', notices.back)
      await visitor.sees(theirs, 'I am the bot again.')
      await visitor.saysAndIsAnswered('apples')
      await world.bot.hasHeard('apples')
    }
  },
  {
    name: 'a reload resumes the conversation and keeps the draft',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.saysAndIsAnswered('apples')
      await visitor.writes('and pears, but')
      await visitor.visits(world.website.origin)
      await visitor.presses('.launcher')
      await visitor.sees(theirs, 'You said: apples')
      await visitor.sees('textarea')
      await eventually('the draft', async () => (await visitor.sees('textarea')).text === 'and pears, but')
    }
  },
  {
    name: 'Escape closes the panel, and the launcher opens it again',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.writes('never mind')
      await visitor.types(keys.escape)
      await visitor.doesNotSee('textarea')
      await visitor.presses('.launcher')
      await visitor.sees('textarea')
    }
  }
]
