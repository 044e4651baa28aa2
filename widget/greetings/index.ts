import type { Footbridge } from '../api.ts'
import type { Stage } from '../stage.ts'

interface Greeted {
  stage: Stage
  on: Footbridge['on']
  open(): Promise<void>
}

export function startGreetings(_greeted: Greeted): void {}
