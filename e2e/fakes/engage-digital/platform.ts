import type { FakeContent, FakeIntervention, FakeThread } from './held.ts'

/** What the REST interface works on, and what its changes set off. */
export interface Held {
  failures: string[]
  threads: Map<string, FakeThread>
  interventions: FakeIntervention[]
  /** Whether the agent is there. */
  agents: 'available' | 'away'
  /** Replies are refused outside an open intervention. */
  needsIntervention: boolean
  /** Once: the same change is under way. */
  isBusy(): boolean
  says(content: FakeContent): void
  closes(thread: FakeThread): void
  intervenes(thread: FakeThread, user: string): FakeIntervention
}
