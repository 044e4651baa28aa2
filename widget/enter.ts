import type { Files } from './files.ts'
import type { Queue, Running } from './queue.ts'
import type { Settings } from './settings.ts'
import { setStage } from './stage.ts'
import { savesData } from './state/saving.ts'
import { launcherWords as words } from './words/launcher.ts'

/** Draws the launcher, and gets everything else when the visitor or the page wants it. */
export function enter(settings: Settings, files: Files, queue: Queue): void {
  const stage = setStage(settings)
  const { button } = stage
  const core = async (): Promise<Running> => (await files.core()).begin(stage, files, queue)
  const complain = () => {
    button.textContent = button.ariaLabel = words.broken
  }

  button.onclick = () => {
    core()
      .then(running => running.toggle())
      .catch(complain)
  }
  button.onpointerenter =
    button.onfocus =
    button.ontouchstart =
      () =>
        savesData() ||
        void Promise.allSettled([
          files.chat().then(({ warm }) => warm(settings)),
          core().then(running => running.build())
        ])
  queue.wake = () => {
    // Listeners and hooks wait for what they are about, but for `ready`, which comes before anything else does.
    if (!queue.every(call => /^(on,(?!ready)|be)/.test(String(call)))) core().catch(complain)
  }
  if (settings.target || settings.greetings) void core()
  else queue.wake()
}
