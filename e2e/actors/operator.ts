import { z } from 'zod'

const list = z.object({ subscriptions: z.array(z.object({ id: z.string(), state: z.string() })) })

/** Who runs the relay, with the API in hand. */
export class Operator {
  readonly #relay: string
  readonly #token: string

  constructor(relay: string, token: string) {
    this.#relay = relay
    this.#token = token
  }

  /** How subscriptions stand, by their ids. */
  async subscriptions(): Promise<Record<string, string>> {
    const { subscriptions } = list.parse(await this.#call('GET', '/subscriptions'))
    return Object.fromEntries(subscriptions.map(({ id, state }) => [id, state]))
  }

  async enables(id: string): Promise<void> {
    await this.#call('POST', `/subscriptions/${id}/enable`, {})
  }

  async replays(id: string, conversation: string): Promise<void> {
    await this.#call('POST', `/subscriptions/${id}/replay`, { conversation })
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#relay}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) })
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
}
