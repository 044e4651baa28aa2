import type { Footbridge } from '../api.ts'
import type { Files } from '../files.ts'
import type { Call, Queue, There } from '../queue.ts'
import type { Stage } from '../stage.ts'
import { createCommands } from './commands.ts'

/** All that run on this page, in the order in which they were begun. */
const instances: Footbridge[] = []

/** Begins what a page can do with the widget on this stage, and does what it asked for until now. */
export function begin(stage: Stage, files: Files, queue: Queue): Footbridge {
  if (queue.begun) return queue.begun
  const page: There = window
  const footbridge = createCommands(stage, files, { instances, leave })
  function leave(): void {
    instances.splice(instances.indexOf(footbridge), 1)
    queue.all?.delete(footbridge.target ?? footbridge.site)
    if (page.Footbridge?.queue === queue) stand(page)
  }

  // Whoever looks for the queue here, to begin another widget, finds it behind the real one too.
  Object.defineProperty(footbridge, 'queue', { value: queue })
  queue.begun = footbridge
  instances.push(footbridge)
  if (page.Footbridge?.queue === queue) page.Footbridge = footbridge

  const run = ([name, given, answer]: Call) => answer(call(footbridge, name, given))
  queue.wake = () => queue.splice(0).forEach(run)
  queue.wake()
  return footbridge
}

/** The first that is left has the page's name. */
function stand(page: There): void {
  const [first] = instances
  if (first) page.Footbridge = first
  else delete page.Footbridge
}

async function call(footbridge: Footbridge, name: string, given: unknown[]): Promise<unknown> {
  const command: unknown = Reflect.get(footbridge, name)
  if (typeof command !== 'function') throw new TypeError(`Footbridge: there is no command ${name}`)
  return command(...given)
}
