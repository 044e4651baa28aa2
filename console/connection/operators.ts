import type {
  Answer,
  CallTold,
  DeadLetter,
  Found,
  HealthTold,
  LineTold,
  Summary,
  Wanted
} from '../contract.ts'
import type { DeedTold, SiteRetention } from '../records-contract.ts'
import type { Delivered, Range, Rotated, Subscription } from '../subscriptions-contract.ts'
import { type Ask, query } from './ask.ts'

/** Everything that operators ask of the relay beside what agents do. */
export interface OperatorsRelay {
  search(wanted: Wanted): Promise<Answer<Found>>
  summary(id: string): Promise<Answer<{ summary: Summary }>>
  timeline(
    id: string,
    part: { after: number; limit: number }
  ): Promise<Answer<{ entries: readonly LineTold[] }>>
  health(): Promise<Answer<HealthTold>>
  deadLetters(limit: number): Promise<Answer<{ deadLetters: readonly DeadLetter[] }>>
  call(letter: number): Promise<Answer<CallTold>>
  revive(ids: readonly number[]): Promise<Answer<{ revived: number }>>
  reviveAll(destination: string): Promise<Answer<{ revived: number }>>
  drop(letter: number, reason: string): Promise<Answer<unknown>>
  subscriptions(): Promise<Answer<{ subscriptions: readonly Subscription[] }>>
  turn(subscription: string, verb: 'enable' | 'disable'): Promise<Answer<unknown>>
  replay(subscription: string, range: Range): Promise<Answer<{ owed: number }>>
  /** The newest first; below `before`, if it is there. */
  deeds(part: { before?: number; limit: number }): Promise<Answer<{ deeds: readonly DeedTold[] }>>
  retention(): Promise<Answer<{ sites: readonly SiteRetention[] }>>
  /** Everything of the visitor whose conversation this is. Answers with all that were theirs. */
  erase(conversation: string): Promise<Answer<{ erased: readonly string[] }>>
  /** `before` is there where there are more. */
  deliveries(
    subscription: string,
    limit: number
  ): Promise<Answer<{ deliveries: readonly Delivered[]; before?: number }>>
  rotate(subscription: string, overlapSeconds: number): Promise<Answer<Rotated>>
}

export function createOperatorsRelay({ get, post }: Ask): OperatorsRelay {
  const conversation = (id: string) => `/conversations/${encodeURIComponent(id)}`
  const subscription = (id: string) => `/subscriptions/${encodeURIComponent(id)}`
  return {
    search: wanted => get(`/conversations/search?${query({ ...wanted })}`),
    summary: id => get(`${conversation(id)}?${query({ limit: 1 })}`),
    timeline: (id, part) => get(`${conversation(id)}/timeline?${query(part)}`),
    health: () => get('/health'),
    deadLetters: limit => get(`/dead-letters?${query({ limit })}`),
    call: letter => get(`/dead-letters/${letter}/call`),
    revive: ids => post('/dead-letters/revive', { ids }),
    reviveAll: destination => post('/dead-letters/revive', { destination }),
    drop: (letter, reason) => post(`/dead-letters/${letter}/drop`, { reason }),
    subscriptions: () => get('/subscriptions'),
    turn: (id, verb) => post(`${subscription(id)}/${verb}`, {}),
    replay: (id, range) => post(`${subscription(id)}/replay`, range),
    deeds: part => get(`/deeds?${query(part)}`),
    retention: () => get('/retention'),
    erase: id => post(`/visitors/${encodeURIComponent(id)}/erase`, {}),
    deliveries: (id, limit) => get(`${subscription(id)}/deliveries?${query({ limit })}`),
    rotate: (id, overlapSeconds) => post(`${subscription(id)}/rotate`, { overlapSeconds })
  }
}
