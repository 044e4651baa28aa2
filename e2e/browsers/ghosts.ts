import type { ChildProcess } from 'node:child_process'

/** A run that is broken off must not leave ghosts. */
export function dieTogether(children: readonly ChildProcess[]): void {
  process.once('exit', () => {
    for (const child of children) child.kill()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
}
