import { equals, eventually, type Visitor } from '../visitor.ts'
import { begins, type Journey } from './journey.ts'

const marks = `() => {
  window.sameLife = true
  addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted))
}`

async function comesBack(visitor: Visitor): Promise<boolean> {
  await visitor.goesBack()
  return eventually('the page to come back', () =>
    visitor.ask<boolean>('() => document.readyState === "complete"')
  ).then(() => visitor.ask<boolean>('() => !!(window.sameLife && window.persisted)'))
}

export const page: readonly Journey[] = [
  {
    name: 'a page that was left and comes back goes on where it was, by one socket',
    async run(visitor, world) {
      const { relay, bot } = world
      await begins(visitor, world)
      await visitor.saysAndIsAnswered('one')
      await visitor.writes('half a thou')
      await visitor.ask(marks)
      await visitor.leavesFor(`${world.website.origin}/bare`)
      await eventually(
        'the socket to be closed',
        async () => (await relay.metric('footbridge_sockets')) === 0
      )
      await bot.says('Said while nobody looked.')
      const kept = await comesBack(visitor)
      if (!kept) await visitor.presses('.launcher')
      await visitor.sees('.row.theirs', 'Said while nobody looked.')
      await eventually('the draft', async () => (await visitor.sees('textarea')).text === 'half a thou')
      equals(await relay.metric('footbridge_sockets'), 1, 'the number of sockets')
      return kept ? 'out of the cache' : 'loaded anew'
    }
  },
  {
    name: 'a page whose chat nobody opened comes out of the cache, and opens it then',
    async run(visitor, world) {
      await visitor.visits(world.website.origin)
      await visitor.ask(marks)
      await visitor.leavesFor(`${world.website.origin}/bare`)
      const kept = await comesBack(visitor)
      equals(kept, true, 'whether it came out of the cache')
      await visitor.presses('.launcher')
      await visitor.saysAndIsAnswered('one')
    }
  }
]
