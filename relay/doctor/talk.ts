import type { ConversationId } from '#shared/ids.ts'
import type { ConfiguredBot } from '../bots/bot.ts'
import type { Draft, Entry } from '../conversation/entry.ts'
import type { InputOf } from '../conversation/input.ts'
import { newConversationId } from '../conversation/new-id.ts'
import type { Clock } from '../lib/clock.ts'
import type { Json } from '../lib/json.ts'
import type { Receipt } from '../outbox/destination.ts'

/** A conversation with the platform, in which nobody says anything but us. */
export class Talk {
  readonly id: ConversationId
  readonly #bot: ConfiguredBot
  readonly #clock: Clock
  #seq = 0
  #address: string | undefined

  constructor(bot: ConfiguredBot, clock: Clock) {
    this.id = newConversationId(clock.now())
    this.#bot = bot
    this.#clock = clock
  }

  /** The platform's own id of it, once it has told us. */
  get address(): string | undefined {
    return this.#address
  }

  start(start: Json): Promise<Receipt> {
    return this.#tell({ kind: 'opened', site: 'doctor', bot: this.#bot.id, start })
  }

  say(text: string): Promise<Receipt> {
    return this.#tell({
      kind: 'message',
      by: 'visitor',
      id: 'doctor-says-hello',
      content: { kind: 'text', text }
    })
  }

  acknowledge({ content, payloads, raw, by }: InputOf<'received'>): Promise<Receipt> {
    return this.#tell({ kind: 'message', by: by ?? 'bot', via: this.#bot.id, content, payloads, raw })
  }

  async #tell(draft: Draft): Promise<Receipt> {
    this.#seq += 1
    const entry: Entry = { seq: this.#seq, at: this.#clock.now(), ...draft }
    const receipt = await this.#send(entry)
    if (receipt.kind !== 'linked') return receipt
    // Named now: the same once more, to it.
    return this.#send(entry)
  }

  async #send(entry: Entry): Promise<Receipt> {
    const receipt = await this.#bot.destination.send({
      kind: 'entry',
      conversation: this.id,
      entry,
      address: this.#address,
      key: `${this.id}.${entry.seq}`,
      attempts: 0
    })
    if ('address' in receipt && receipt.address !== undefined) this.#address = receipt.address
    return receipt
  }
}
