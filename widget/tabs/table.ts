import type { Environment } from '../connection/environment.ts'
import type { Engine } from '../connection/index.ts'
import type { Memory } from '../connection/memory.ts'
import type { State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import type { Message } from './message.ts'
import type { ChannelLike, Tab } from './tab.ts'

/** How long what a page put into storage just before it went may take to be found there, ms. */
export const strayMs = 1_000

/** What a tab sits down with: its own engine, which is at rest while another tab leads, and the way to the others. */
export interface Table {
  /** Of the lock and of the channel. */
  name: string
  tab: Tab
  channel: ChannelLike
  engine: Engine
  memory: Memory
  environment: Environment
  show(state: State): void
  /** Another tab says who the visitor is. */
  identified(jwt: string | undefined, another?: boolean): void
}

/** What a tab is among the others. */
export interface Role {
  leads: boolean
  /** What the visitor does here. */
  happen(event: Event): void
  /** The engine of this tab has another state. */
  changed(state: State): void
  heard(message: Message): void
  leave(): void
}
