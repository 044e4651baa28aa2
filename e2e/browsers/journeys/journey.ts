import type { World } from '../../world.ts'
import type { Visitor } from '../visitor.ts'

export interface Journey {
  name: string
  /** Needs a system that is set to dark. */
  dark?: true
  /** Needs a second tab, which WebKitWebDriver does not get along with. */
  tabs?: true
  /** Everybody has a world of their own, and a browser that has been nowhere. What it returns is said beside its name. */
  run(visitor: Visitor, world: World): Promise<string | void>
}

/** Comes to a page of the shop, opens the chat and is greeted. */
export async function begins(visitor: Visitor, { website }: World, path = '/'): Promise<void> {
  await visitor.visits(website.origin + path)
  await visitor.presses('.launcher')
  await visitor.sees('.row.theirs', 'Hello')
  await visitor.sees('.replies button')
}
