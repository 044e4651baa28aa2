import type { z } from 'zod'
import type { Clock } from '../../../lib/clock.ts'
import { reasonOf } from '../answer.ts'
import type { Act, Api } from '../api.ts'
import type { SetupSettings } from '../settings.ts'

/** What a command works with, and how it tells the operator. */
export interface CommandParts {
  /** The channel's key in the configuration. */
  id: string
  /** Where LiveChat is to send webhooks. */
  url: string
  settings: SetupSettings
  api: Api
  clock: Clock
  say(line: string): void
}

/** Wrong in a way that an operator can mend: the message says how. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** The answer's body, read; anything else ends the command. */
export async function ask<Shape extends z.ZodType>(
  { api }: CommandParts,
  act: Act,
  shape: Shape
): Promise<z.infer<Shape>> {
  const answer = await api.asOperator(act)
  if (answer.kind !== 'done') throw new CommandError(reasonOf(answer))
  const read = shape.safeParse(answer.body)
  if (!read.success) throw new CommandError(`${act.action}: LiveChat’s answer cannot be read`)
  return read.data
}

/** The same, where nothing is answered. */
export async function tell({ api }: CommandParts, act: Act): Promise<void> {
  const answer = await api.asOperator(act)
  if (answer.kind !== 'done') throw new CommandError(reasonOf(answer))
}
