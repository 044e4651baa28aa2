import { setImmediate } from 'node:timers/promises'
import type { ConversationId } from '#shared/ids.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Facts, Files } from './files.ts'

interface SweepingParts {
  files: Files
  /** Does the log know this one? */
  wasSaid(id: string): Promise<boolean>
  /** Is there nothing left of this conversation? */
  isGone(conversation: ConversationId): Promise<boolean>
  clock: Clock
  log: Log
}

/** Long after the last moment in which it may be said. */
const keptUnsaidMs = 3_600_000
const everyMs = 600_000

/** Takes away files that nobody said, and those of who is gone. */
export class Sweeping {
  readonly #parts: SweepingParts
  readonly #stop: () => void
  /** The disk did not let go of these. */
  readonly #owed = new Set<ConversationId>()
  #work: Promise<void> = Promise.resolve()
  #closed = false

  constructor(parts: SweepingParts) {
    this.#parts = parts
    this.#stop = parts.clock.every(everyMs, () => void this.sweep())
  }

  /** These conversations are gone, and so are their files, or as soon as the disk lets go of them. */
  async erase(gone: readonly ConversationId[]): Promise<void> {
    for (const conversation of gone) {
      const erased = await this.#try(() => this.#parts.files.erase(conversation), { conversation })
      if (erased) this.#owed.delete(conversation)
      else this.#owed.add(conversation)
    }
  }

  /** After a start: a former life may have ended between the store and the disk. */
  begin(): Promise<void> {
    void this.sweep()
    return this.#inTurn(async () => {
      for await (const conversation of this.#parts.files.conversations()) {
        if (this.#closed) return
        if (await this.#parts.isGone(conversation)) await this.erase([conversation])
        await setImmediate()
      }
    })
  }

  sweep(): Promise<void> {
    return this.#inTurn(async () => {
      await this.erase([...this.#owed])
      for (const facts of await this.#parts.files.unsettled()) {
        if (this.#closed) return
        await this.#try(() => this.#decide(facts), { conversation: facts.conversation })
      }
    })
  }

  /** Resolves when nothing of it is under way any more. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stop()
    await this.#work
  }

  async #decide({ conversation, id, at }: Facts): Promise<void> {
    const { files, wasSaid, clock, log } = this.#parts
    if (await wasSaid(id)) return files.settle(conversation, id)
    if (clock.now() - at < keptUnsaidMs) return
    await files.remove(conversation, id)
    log.info({ conversation }, 'a file that nobody said was removed')
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(async () => void (await this.#try(run, {})))
    return this.#work
  }

  async #try(run: () => Promise<void>, about: object): Promise<boolean> {
    try {
      await run()
      return true
    } catch (error) {
      this.#parts.log.error({ ...about, error: String(error) }, 'a fault among files')
      return false
    }
  }
}
