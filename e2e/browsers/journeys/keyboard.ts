import { keys } from '../driver.ts'
import { equals, eventually } from '../visitor.ts'
import type { Journey } from './journey.ts'

export const keyboard: readonly Journey[] = [
  {
    name: 'the keyboard alone opens the chat, talks, goes through it and out of it, and closes it',
    async run(visitor, world) {
      await visitor.visits(world.website.origin)
      await visitor.goes(keys.tab, 'button.launcher')
      await visitor.types(keys.enter)
      await visitor.sees('.replies button')
      await eventually('the composer to have the focus', async () =>
        (await visitor.focus())?.what.startsWith('textarea')
      )
      await visitor.types(`apples${keys.enter}`)
      await visitor.sees('.row.theirs', 'You said: apples')
      await visitor.goes(keys.shift + keys.tab, 'li.row')
      await visitor.types(keys.up)
      equals((await visitor.focus())?.what.includes('apples'), true, 'the row above')
      await visitor.goes(keys.shift + keys.tab, 'menu-button')
      // What is first in it has the focus, and Escape leads back.
      await visitor.types(keys.enter)
      await visitor.sees('.menu button')
      await visitor.types(keys.escape)
      await visitor.doesNotSee('.menu button')
      await visitor.goes(keys.tab, 'button.launcher')
      await visitor.types(keys.tab)
      equals(await visitor.focus(), undefined, 'the focus after the last stop of the chat')
      await visitor.goes(keys.shift + keys.tab, 'textarea')
      await visitor.types(keys.escape)
      await visitor.doesNotSee('.panel')
      equals((await visitor.focus())?.what.startsWith('button.launcher'), true, 'the focus on the launcher')
    }
  }
]
