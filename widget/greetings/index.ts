import type { Stage } from '../stage.ts'

interface Greeted {
  stage: Stage
  signal: AbortSignal
  open(): Promise<void>
}

export function startGreetings(_greeted: Greeted): void {}
