import type { Files } from '../files.ts'
import type { Queue, Running } from '../queue.ts'
import type { Stage } from '../stage.ts'
import { appear } from './appear.ts'
import { besideTheLoader } from './beside.ts'
import { beginLife } from './life.ts'

/** Named by the build, from the folder of the loader. */
declare const COMMANDS_FILE: string

type Commands = typeof import('./commands.ts')

/** Begins the widget on this stage, once. What the page asked for until now is done before anything else. */
export function begin(stage: Stage, files: Files, queue: Queue): Running {
  queue.running ??= start(stage, files, queue)
  return queue.running
}

function start(stage: Stage, files: Files, queue: Queue): Running {
  let served: Promise<void> | undefined
  let tries = ''
  const life = beginLife(stage, files, () => served)

  /** Most pages call nothing: who does their calls comes with the first of them. */
  async function serve(): Promise<void> {
    try {
      const { createCommands }: Commands = await import(
        /* @vite-ignore */ besideTheLoader(COMMANDS_FILE + tries)
      )
      createCommands({ stage, queue, life })
    } catch (failure) {
      // A browser may remember that an address failed.
      tries += '?'
      served = undefined
      throw failure
    }
  }

  queue.wake = () => void (served ??= serve()).catch(console.warn)
  // Where there are several, each is among the instances of the others.
  if (queue.length || queue.all?.size !== 1) queue.wake()
  Promise.allSettled([served])
    .then(() => appear(stage, life))
    .catch(console.warn)
  return life
}
