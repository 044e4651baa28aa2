import type { SocketLike } from '../connection/socket.ts'

interface Frame {
  type: string
  id?: string
  text?: string
  file?: string
  seq?: number
  cursor?: { seq: number }
  identity?: string
}

/** A relay of one visitor: a log, ids that enter it once, and whoever listens. */
export interface FakeRelay {
  /** Who said hello, by what the hello had to prove it. */
  greeted: (string | undefined)[]
  /** What was said, in the order of the log. */
  said: string[]
  /** All that anybody said, in the order of the log. */
  texts(): string[]
  /** How many sockets are open. */
  sockets(): number
  /** Sockets that were opened, ever. */
  opened(): number
  /** `tell`: how the page hears of it. */
  open(tell?: (run: () => void) => void): SocketLike & { drop(): void }
  botSays(text: string): void
  /** Everybody's socket is gone, without a word. */
  cut(): void
}

export function createRelay(later: (run: () => void) => void): FakeRelay {
  const greeted: (string | undefined)[] = []
  const live = new Set<FakeSocket>()
  const all = new Set<FakeSocket>()
  const log = createLog(frame => {
    for (const socket of live) socket.tell(frame)
  })
  let opened = 0

  function hear(socket: FakeSocket, frame: Frame): void {
    if (frame.type === 'ping') socket.tell({ type: 'pong' })
    if (frame.type === 'say' && frame.id) socket.tell(log.say(frame.id, frame.text ?? ''))
    if (frame.type === 'file' && frame.id) socket.tell(log.say(frame.id, frame.file ?? ''))
    if (frame.type !== 'hello') return
    greeted.push(frame.identity)
    for (const answer of log.from(frame.cursor?.seq ?? 0)) socket.tell(answer)
    live.add(socket)
  }

  return {
    said: log.said,
    texts: log.texts,
    greeted,
    opened: () => opened,
    sockets: () => all.size,
    botSays: words => void log.add('bot', words),
    cut() {
      for (const socket of all) socket.cut()
    },
    open(tell = run => run()) {
      opened += 1
      const socket = new FakeSocket(later, {
        tell,
        hear: frame => hear(socket, frame),
        gone() {
          live.delete(socket)
          all.delete(socket)
        }
      })
      all.add(socket)
      return socket
    }
  }
}

/** One conversation: what has been said before is not said again. */
function createLog(tell: (frame: object) => void) {
  const log: Record<string, unknown>[] = [{ seq: 1, at: 1, kind: 'opened' }]
  const said: string[] = []

  function add(by: string, words: string, id?: string): number {
    const seq = log.length + 1
    const line = {
      seq,
      at: seq,
      kind: 'message',
      by,
      ...(id && { id }),
      content: { kind: 'text', text: words }
    }
    log.push(line)
    tell({ type: 'entries', entries: [line] })
    return seq
  }
  return {
    said,
    texts: () => log.flatMap(({ content }) => (isText(content) ? content.text : [])),
    add,
    say(id: string, words: string): object {
      const known = log.find(line => line['id'] === id)
      if (!known) said.push(words)
      return { type: 'said', id, seq: known ? known['seq'] : add('visitor', words, id) }
    },
    from(after: number): object[] {
      const entries = log.slice(after)
      const place = { conversation: 'cv_1', epoch: 'e1', after, head: log.length, seen: 0 }
      const welcome = { type: 'welcome', version: 2, ...place, site: { title: 'Shop', maxText: 1000 } }
      return entries.length ? [welcome, { type: 'entries', entries }] : [welcome]
    }
  }
}

const isText = (content: unknown): content is { text: string } =>
  typeof content === 'object' && content !== null && 'text' in content

interface Ends {
  hear(frame: Frame): void
  tell(run: () => void): void
  gone(): void
}

/** Frames take a while, and what is closed tells and hears nothing more. */
class FakeSocket implements SocketLike {
  onopen: ((event: never) => void) | null = null
  onmessage: ((event: never) => void) | null = null
  onclose: ((event: never) => void) | null = null
  onerror: ((event: never) => void) | null = null
  readonly #later: (run: () => void) => void
  readonly #ends: Ends
  #open = true

  constructor(later: (run: () => void) => void, ends: Ends) {
    this.#later = later
    this.#ends = ends
    this.#soon(() => ends.tell(() => this.onopen?.(undefined as never)))
  }

  send(text: string): void {
    this.#soon(() => this.#ends.hear(JSON.parse(text) as Frame))
  }

  tell(frame: object): void {
    const event = { data: JSON.stringify(frame) }
    this.#soon(() => this.#ends.tell(() => this.onmessage?.(event as never)))
  }

  close(): void {
    this.#open = false
    this.#ends.gone()
  }

  drop(): void {
    this.onclose = null
    this.close()
  }

  cut(): void {
    this.close()
    this.#later(() => this.#ends.tell(() => this.onclose?.({ code: 1006 } as never)))
  }

  #soon(run: () => void): void {
    this.#later(() => {
      if (this.#open) run()
    })
  }
}
