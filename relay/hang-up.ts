import { problemsOf } from './config/problems.ts'
import type { Config } from './config.ts'
import type { Log } from './lib/log.ts'

interface HangUpParts {
  file: string
  read(file: string): Config
  /** Takes what can be taken of it while the relay runs. */
  take(config: Config): Promise<void>
  log: Pick<Log, 'error'>
}

/** On SIGHUP the file is read again. One that is not right changes nothing. */
export function onHangUp({ file, read, take, log }: HangUpParts): void {
  // There a window that is closed says the same, and the process ends whatever it does.
  if (process.platform === 'win32') return
  process.on('SIGHUP', () => {
    again().catch((error: unknown) => {
      const problems = problemsOf(error).join('; ')
      log.error({ file, problems }, 'the configuration was not taken, and nothing is changed')
    })
  })

  async function again(): Promise<void> {
    await take(read(file))
  }
}
