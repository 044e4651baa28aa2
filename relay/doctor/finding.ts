/** How the doctor ends; the command's exit code by what was found wrong first. 1 is a wrong configuration or command. */
export const exitCodes = {
  well: 0,
  busy: 2,
  publicUrl: 3,
  platform: 4,
  clock: 5,
  refused: 6,
  start: 7,
  webhook: 8,
  secret: 9,
  acknowledge: 10
} as const
export type Outcome = keyof typeof exitCodes

/** What one step came to, in words and without secrets. */
export interface Finding {
  step: 'listen' | 'public URL' | 'platform' | 'clock' | 'start' | 'webhook' | 'acknowledge'
  /** Fine, worth a look, or what is wrong. */
  is: 'ok' | 'note' | Exclude<Outcome, 'well'>
  says: string
  /** What a person can do about it. */
  change?: string
}

export const isWrong = ({ is }: Finding): boolean => is !== 'ok' && is !== 'note'

/** By what was found wrong first. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  for (const { is } of findings) if (is !== 'ok' && is !== 'note') return is
  return 'well'
}

const marks = { ok: 'ok   ', note: 'note ' } as const

export function* linesOf({ step, is, says, change }: Finding): Generator<string> {
  const mark = is === 'ok' || is === 'note' ? marks[is] : 'WRONG'
  yield `${mark} ${step}: ${says}`
  if (change !== undefined) yield `      ${change}`
}
