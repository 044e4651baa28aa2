import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../bots/ingenious/contract.ts'
import type { Clock } from '../lib/clock.ts'
import { contentOf, type Scene } from './content.ts'
import { type Ack, faultOf, type Said } from './ledger.ts'
import { passageFor, passageOf } from './match.ts'
import type { Misbehave } from './misbehave.ts'
import type { Fault } from './record.ts'
import type { Script, Step } from './script.ts'
import { type Pace, utter } from './voice.ts'
import type { Webhook } from './webhook.ts'

export interface TalkParts {
  script: Script
  pace: Pace
  clock: Clock
  webhook: Webhook
  misbehave: Misbehave
  scene: Omit<Scene, 'said'>
  /** True: this acknowledgement shall be lost, and its message be posted again after `resendMs`. */
  dropAck(): boolean
  resendMs: number
  failed(fault: Fault, conversation: string): void
}

type Queued = { content: JsonObject; delayMs?: number | undefined } | { handover: JsonObject }

/** One conversation: one message at a time, each held back until the one before is acknowledged. */
export class Talk {
  readonly id: string
  private readonly parts: TalkParts
  private readonly said = new Map<string, Said>()
  private queue: Queued[] = []
  private phase: 'silent' | 'bot' | 'person'
  private awaited: string | undefined
  private speaking = false

  constructor(parts: TalkParts, { id = `cv_${randomUUID()}`, started = false } = {}) {
    this.parts = parts
    this.id = id
    this.phase = started ? 'bot' : 'silent'
  }

  /** False when the bot does not listen: nothing has started it, or a person has the visitor. */
  hear(text: string): boolean {
    if (this.phase !== 'bot') return false
    this.play(passageFor(this.parts.script, text), text)
    return true
  }

  /** Starts a silent conversation. False when a person has the visitor. */
  press(payload: unknown): boolean {
    if (this.phase === 'person') return false
    const { script, failed } = this.parts
    this.phase = 'bot'
    if (typeof payload === 'string') failed('stringified-payload', this.id)
    const passage = passageOf(script, payload)
    if (passage === undefined) failed('unknown-payload', this.id)
    this.play(passage ?? script.fallback, JSON.stringify(payload))
    return true
  }

  acknowledged(ack: Ack): void {
    const said = ack.id === undefined ? undefined : this.said.get(ack.id)
    const fault = faultOf(ack, said)
    if (fault) this.parts.failed(fault, this.id)
    if (!said || fault === 'ack-not-success') return
    if (this.parts.dropAck()) return this.sayAgain(said)
    if (!ack.repeat) said.acks += 1
    if (this.awaited !== ack.id) return
    this.awaited = undefined
    void this.speak()
  }

  handback(): void {
    const { script, failed } = this.parts
    if (this.phase !== 'person') return failed('handback-without-handover', this.id)
    this.phase = 'bot'
    if (script.handback !== undefined) this.play(script.handback, '')
  }

  say(content: JsonObject): void {
    this.queue.push({ content })
    void this.speak()
  }

  private play(passage: string, said: string): void {
    const { script, scene } = this.parts
    const queued = (step: Step): Queued =>
      'handover' in step ? step : { content: contentOf(step, { ...scene, said }), delayMs: step.delayMs }
    this.queue.push(...(script.passages[passage] ?? []).map(queued))
    void this.speak()
  }

  private async speak(): Promise<void> {
    if (this.speaking || this.awaited !== undefined) return
    const next = this.queue.shift()
    if (!next) return
    this.speaking = true
    await ('handover' in next ? this.askForPerson(next.handover) : this.utter(next.content, next.delayMs))
    this.speaking = false
    void this.speak()
  }

  private async utter(plain: JsonObject, delayMs: number | undefined): Promise<void> {
    const { webhook, misbehave } = this.parts
    const prank = misbehave.onMessage()
    const content = prank?.webhook === 'unknown-kind' ? { ...plain, type: 'hologram' } : plain
    const message = { id: `ms_${randomUUID()}`, author: { type: 'chatbot' }, content }
    const event = webhook.event('conversation:message', this.id, { message })
    const said = { message, event, posts: 0, acks: 0 }
    this.said.set(message.id, said)
    this.awaited = message.id
    await utter(this.parts, said, { conversation: this.id, prank, delayMs })
  }

  /** What was still to be said is not said over the head of a person. */
  private async askForPerson(metadata: JsonObject): Promise<void> {
    const { webhook } = this.parts
    this.phase = 'person'
    this.queue = []
    const rest = { author: { type: 'chatbot' }, handover: { metadata } }
    await webhook.post([webhook.event('conversation:handover', this.id, rest)])
  }

  private sayAgain(said: Said): void {
    const { clock, webhook, resendMs } = this.parts
    clock.after(resendMs, () => void webhook.post([said.event], () => (said.posts += 1)))
  }
}
