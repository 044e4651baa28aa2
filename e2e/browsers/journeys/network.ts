import { Agent } from '../../actors/agent.ts'
import { fillLog } from '../../long-talk.ts'
import { shared } from '../../settings.ts'
import { equals, eventually } from '../visitor.ts'
import { begins, type Journey } from './journey.ts'

const theirs = '.row.theirs'

export const network: readonly Journey[] = [
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
    name: 'a socket that is cut comes back: nothing is lost, doubled or out of order',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.saysAndIsAnswered('one')
      world.network.cut()
      await world.bot.says('Said into the void.')
      for (const text of ['two', 'three', 'four']) await visitor.says(text)
      await visitor.sees('.row.mine', 'Waiting to be sent')
      world.network.mend()
      await visitor.sees(theirs, 'You said: four')
      await visitor.sees(theirs, 'Said into the void.')
      await visitor.hasSaid('one', 'two', 'three', 'four')
      await world.bot.hasHeard('one', 'two', 'three', 'four')
      await new Agent(world.relay.url, shared.apiToken).findsInTheLog('one', 'two', 'three', 'four')
    }
  },
  {
    name: 'two tabs have one socket, one log and one unread count',
    tabs: true,
    async run(visitor, world) {
      await begins(visitor, world)
      const other = await visitor.opensAnotherTab()
      await other.visits(world.website.origin)
      await other.presses('.launcher')
      await other.sees(theirs, 'Hello')
      await visitor.saysAndIsAnswered('one')
      await other.saysAndIsAnswered('two')
      await visitor.sees(theirs, 'You said: two')
      for (const tab of [visitor, other]) await tab.hasSaid('one', 'two')
      equals(await world.relay.metric('footbridge_sockets'), 1, 'the number of sockets')
      for (const tab of [visitor, other]) {
        await tab.presses('.launcher')
        await tab.doesNotSee('.panel')
      }
      await world.bot.says('Are you there?')
      for (const tab of [visitor, other]) await tab.sees('.launcher', '1 unread')
      await other.presses('.launcher')
      await other.sees(theirs, 'Are you there?')
      await eventually(
        'the other tab to know that it was read',
        async () => !(await visitor.sees('.launcher')).text.includes('unread')
      )
    }
  },
  {
    name: 'the tab with the socket is closed, and another one goes on with it',
    tabs: true,
    async run(visitor, world) {
      await begins(visitor, world)
      const other = await visitor.opensAnotherTab()
      await other.visits(world.website.origin)
      await other.presses('.launcher')
      await other.sees(theirs, 'Hello')
      await visitor.leavesFor(`${world.website.origin}/bare`)
      await other.saysAndIsAnswered('one')
      await other.hasSaid('one')
      equals(await world.relay.metric('footbridge_sockets'), 1, 'the number of sockets')
    }
  },
  {
    name: 'a long log is read from the last message to the first, in pages',
    async run(visitor, world) {
      await begins(visitor, world)
      await visitor.says('person')
      const agent = new Agent(world.relay.url, shared.apiToken)
      await agent.isAskedFor()
      await agent.takesAs('Grace')
      // Nobody looks on meanwhile.
      await visitor.leavesFor(`${world.website.origin}/bare`)
      await fillLog(agent, world.relay.url, 300)
      await visitor.visits(world.website.origin)
      await visitor.presses('.launcher')
      await visitor.sees(theirs, 'Message 300 ')
      const nodes = await visitor.ask<number>(
        `() => document.querySelector('footbridge-chat').shadowRoot.querySelectorAll('*').length`
      )
      if (nodes > 300) throw new Error(`${nodes} elements are drawn`)
      const read = (await visitor.readsItAll()).filter(text => text.startsWith('Message'))
      const written = (await agent.log()).flatMap(({ content }) => content?.text ?? [])
      equals(
        read.map(text => text.trim()),
        written.filter(text => text.startsWith('Message')).map(text => text.trim()),
        'what is read'
      )
      return `${nodes} elements for 300 messages`
    }
  }
]
