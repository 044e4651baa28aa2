import { setTimeout } from 'node:timers/promises'
import { account, type FakeContent, newId } from './held.ts'

/** Since 2022: five more times in about three hours, then never again. A thousandth of it here. */
const retriesMs = [32, 240, 1_020, 3_120, 7_200]

export interface FakeEvent {
  type: string
  user_id?: string
  resource: { type: string; id: string; metadata: object }
}

/** How a webhook fares on its way, where chance has a say in it. */
interface FakeRoad {
  fate(): 'well' | 'lost' | 'twice'
  /** Who gets no answer for so long tries again. */
  withinMs: number
  /** It was tried as often as it ever is. */
  gaveUp(): void
}

/** Posts events to the relay: at least once, in no certain order, and now and then not at all. */
export class FakeWebhooks {
  /** Instead of what `deliver` was told; that an event was given up on is no failure then. */
  road: FakeRoad | undefined
  readonly #url: string
  readonly #failures: string[]
  #mode: 'well' | 'lost' | 'twice' = 'well'
  #isOver = false
  /** No two events are issued at the same moment. */
  #issuedAt = 0
  #held: object[] | undefined

  constructor(url: string, failures: string[]) {
    this.#url = url
    this.#failures = failures
  }

  deliver(mode: 'well' | 'lost' | 'twice'): void {
    this.#mode = mode
  }

  /** What happens from here on goes out in one request, the newest first. */
  gather(): void {
    this.#held = []
  }

  async release(): Promise<void> {
    const events = this.#held ?? []
    this.#held = undefined
    await this.#send(events.toReversed())
  }

  tell(event: FakeEvent): void {
    this.#issuedAt = Math.max(Date.now(), this.#issuedAt + 1)
    const whole = { ...event, id: newId(), issued_at: new Date(this.#issuedAt).toISOString() }
    if (this.#held) this.#held.push(whole)
    else void this.#send([whole])
  }

  close(): void {
    this.#isOver = true
  }

  /** What the platform does when the webhook is saved. */
  async validates(
    verifyToken: string = account.verifyToken
  ): Promise<{ status: number; text: string; type: string }> {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.challenge': 'f0e1d2c3',
      'hub.verify_token': verifyToken
    })
    const response = await fetch(`${this.#url}?${query}`, { headers: this.#headers() })
    return {
      status: response.status,
      text: await response.text(),
      type: response.headers.get('content-type') ?? ''
    }
  }

  async #send(events: readonly object[]): Promise<void> {
    const mode = this.road?.fate() ?? this.#mode
    const copies = { lost: 0, well: 1, twice: 2 }[mode]
    await Promise.all(Array.from({ length: copies }, () => this.#post(events)))
  }

  async #post(events: readonly object[]): Promise<void> {
    const body = JSON.stringify({ id: newId(), domain_id: 'e0000000000000000000d0d0', events })
    for (const waitMs of [0, ...retriesMs]) {
      await setTimeout(waitMs)
      if (this.#isOver || (await this.#isTaken(body))) return
    }
    if (this.road) this.road.gaveUp()
    else this.#failures.push('an event was given up on')
  }

  /** Nothing but 200 counts. A relay that is down, or cannot store, may say so; it may not turn an event away. */
  async #isTaken(body: string): Promise<boolean> {
    try {
      const { status } = await fetch(this.#url, {
        method: 'POST',
        headers: this.#headers(),
        body,
        ...(this.road && { signal: AbortSignal.timeout(this.road.withinMs) })
      })
      if (status !== 200 && status !== 503) this.#failures.push(`an event was answered ${status}`)
      return status === 200
    } catch {
      return false
    }
  }

  #headers() {
    return { 'content-type': 'application/json', 'x-dimelo-secret': account.secret }
  }
}

/** A message as webhooks tell it. */
export const asEvent = (type: string, content: FakeContent, more: object = {}): FakeEvent => {
  const { id, private_message, created_at, ...rest } = content
  const metadata = {
    ...rest,
    private: private_message,
    date: created_at.slice(0, 10),
    has_attachment: false,
    ...more
  }
  const by = content.creator_id === null ? {} : { user_id: content.creator_id }
  return { type, ...by, resource: { type: 'chat/message', id, metadata } }
}
