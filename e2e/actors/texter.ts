import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { VisitorToken } from '#shared/ids.ts'
import { type Down, down } from '#shared/wire/down.ts'
import type { Up } from '#shared/wire/up.ts'

const again = 100
const patienceMs = 20_000

/** A visitor without a browser: says things over the widget's own wire until the relay has them. */
export class Texter {
  readonly #url: string
  readonly #origin: string
  #token: VisitorToken | undefined

  constructor(relay: string, origin: string) {
    this.#url = `${relay.replace('http', 'ws')}/ws?site=shop`
    this.#origin = origin
  }

  /** Opens the conversation, or comes back to it. */
  async comes(): Promise<void> {
    await this.#until(() => this.#hello(async () => undefined))
  }

  /** Says it, under one id however often, until the relay has it. */
  async says(text: string): Promise<void> {
    const id = randomUUID()
    await this.#until(() => this.#hello(call => call({ type: 'say', id, text }, isAbout(id))))
  }

  /** Presses the first action of the message at this place. */
  async presses(seq: number): Promise<void> {
    const id = randomUUID()
    await this.#until(() => this.#hello(call => call({ type: 'postback', id, seq, action: 0 }, isAbout(id))))
  }

  async #until(tries: () => Promise<void>): Promise<void> {
    const end = Date.now() + patienceMs
    while (!(await tries().then(() => true, giveUpAfter(end)))) await setTimeout(again)
  }

  async #hello(then: (call: Conversing['call']) => Promise<unknown>): Promise<void> {
    const { call, end } = await converse(this.#url, this.#origin)
    try {
      const token = this.#token
      const page = { url: `${this.#origin}/pots`, title: 'Pots' }
      const hello: Up = {
        type: 'hello',
        version: 1,
        site: 'shop',
        locale: 'en',
        page,
        ...(token && { token })
      }
      const welcome = await call(hello, ({ type }) => type === 'welcome')
      if (welcome.type === 'welcome') this.#token ??= welcome.token
      await then(call)
    } finally {
      end()
    }
  }
}

/** The answer to what has this id. */
export const isAbout = (id: string) => (frame: Down) => {
  if (frame.type === 'refused' && frame.id === id) throw new Error(`refused: ${frame.reason}`)
  return frame.type === 'said' && frame.id === id
}

/** A failure means trying again, until the end of patience. */
const giveUpAfter = (end: number) => (error: unknown) => {
  if (Date.now() > end) throw error
  return false
}

export interface Conversing {
  /** Says something and waits for its answer. */
  call(frame: Up, answers: (frame: Down) => boolean): Promise<Down>
  end(): void
}

/** One socket; everything that is waited for fails when it ends. */
export async function converse(url: string, origin: string): Promise<Conversing> {
  const socket = new WebSocket(url, { headers: { origin } })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  return {
    call: (frame, answers) =>
      new Promise((resolve, reject) => {
        socket.on('message', (data: Buffer) => {
          try {
            const heard = down.parse(JSON.parse(data.toString('utf8')))
            if (answers(heard)) resolve(heard)
          } catch (error) {
            reject(error)
          }
        })
        socket.on('error', reject)
        socket.once('close', () => reject(new Error('the socket was closed')))
        socket.send(JSON.stringify(frame))
      }),
    end: () => socket.terminate()
  }
}
