import type { z } from 'zod'
import { pathOf } from '../lib/yaml.ts'

/** Wrong in ways a person can mend: each line is `path: what`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

export function explain(error: z.ZodError, under: readonly (string | number)[]): string[] {
  return error.issues.map(issue => `${pathOf([...under, ...issue.path])}: ${issue.message}`)
}

/** Why a configuration could not be read, in lines. */
export function problemsOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems
  return [error instanceof Error ? error.message : String(error)]
}
