/** Places where a crash test may end the process. Each is one where something has just become true, or is about to. */
type CrashPoint = 'before-commit' | 'after-commit' | 'after-send' | 'after-settle' | 'in-migration'

/** Called at each place; does nothing outside crash tests. */
export type Crash = (point: CrashPoint) => void

export const noCrash: Crash = () => undefined

/**
 * Kills this process at a point, each time with the given chance: `after-commit:0.01`, several separated by commas.
 * `random` gives numbers from 0 to 1.
 */
export function crashAt(spec: string, random: () => number, kill: () => void): Crash {
  const chances = new Map(
    spec.split(',').map(part => {
      const [point = '', chance = '1'] = part.split(':')
      return [point, Number(chance)] as const
    })
  )
  return point => {
    if (random() < (chances.get(point) ?? 0)) kill()
  }
}
