import { keys } from '../driver.ts'
import { equals, eventually, type Visitor } from '../visitor.ts'
import type { Journey } from './journey.ts'

/** The part of the chat that sees to it may still be on its way. */
const hasFocus = (visitor: Visitor, what: string) =>
  eventually(`the focus on ${what}`, async () => (await visitor.focus())?.what.startsWith(what))

export const keyboard: readonly Journey[] = [
  {
    name: 'the keyboard alone opens the chat, talks, goes through it and out of it, and closes it',
    async run(visitor, world) {
      await visitor.visits(world.website.origin)
      await visitor.goes(keys.tab, 'button.launcher')
      await visitor.types(keys.enter)
      await visitor.sees('.replies button')
      await hasFocus(visitor, 'textarea')
      await visitor.types(`apples${keys.enter}`)
      await visitor.sees('.row.theirs', 'You said: apples')
      await visitor.types(keys.shift + keys.tab)
      await hasFocus(visitor, 'li.row theirs')
      await visitor.types(keys.up)
      await hasFocus(visitor, 'li.row mine')
      await visitor.goes(keys.shift + keys.tab, 'menu-button')
      // What is first in it has the focus, and Escape leads back.
      await visitor.types(keys.enter)
      await visitor.sees('.menu button')
      await visitor.types(keys.escape)
      await visitor.doesNotSee('.menu button')
      await visitor.types(keys.escape)
      await visitor.doesNotSee('.panel')
      await hasFocus(visitor, 'button.launcher')
      await visitor.types(keys.enter)
      await hasFocus(visitor, 'textarea')
      await visitor.goes(keys.tab, 'button.launcher')
      // Last, for out of its page Firefox without a screen does not find back.
      await visitor.types(keys.tab)
      equals(await visitor.focus(), undefined, 'the focus after the last stop of the chat')
    }
  }
]
