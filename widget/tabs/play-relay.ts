import type { SocketLike } from '../connection/socket.ts'

interface Frame {
  type: string
  id?: string
  text?: string
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
  /** How many sockets are open. */
  sockets(): number
  /** Sockets that were opened, ever. */
  opened(): number
  open(): SocketLike & { drop(): void }
  botSays(text: string): void
  /** Everybody's socket is gone, without a word. */
  cut(): void
}

export function createRelay(later: (run: () => void) => void): FakeRelay {
  const log: Record<string, unknown>[] = [{ seq: 1, at: 1, kind: 'opened' }]
  const said: string[] = []
  const greeted: (string | undefined)[] = []
  const live = new Set<FakeSocket>()
  let opened = 0

  const text = (seq: number, by: string, words: string, id?: string) => ({
    seq,
    at: seq,
    kind: 'message',
    by,
    ...(id && { id }),
    content: { kind: 'text', text: words }
  })
  function add(by: string, words: string, id?: string): number {
    const line = text(log.length + 1, by, words, id)
    log.push(line)
    for (const socket of live) socket.tell({ type: 'entries', entries: [line] })
    return line.seq
  }
  function hear(socket: FakeSocket, frame: Frame): void {
    if (frame.type === 'hello') greeted.push(frame.identity)
    if (frame.type === 'hello') welcome(socket, frame.cursor?.seq ?? 0)
    if (frame.type !== 'say' || !frame.id) return
    const known = log.find(line => line['id'] === frame.id)
    if (!known) said.push(frame.text ?? '')
    const seq = known ? Number(known['seq']) : add('visitor', frame.text ?? '', frame.id)
    socket.tell({ type: 'said', id: frame.id, seq })
  }
  function welcome(socket: FakeSocket, after: number): void {
    const site = { title: 'Shop', maxText: 1000 }
    const head = log.length
    socket.tell({
      type: 'welcome',
      version: 2,
      conversation: 'cv_1',
      epoch: 'e1',
      after,
      head,
      seen: 0,
      site
    })
    const entries = log.slice(after)
    if (entries.length) socket.tell({ type: 'entries', entries })
    live.add(socket)
  }

  const all = new Set<FakeSocket>()
  return {
    said,
    greeted,
    opened: () => opened,
    sockets: () => all.size,
    botSays: words => void add('bot', words),
    cut() {
      for (const socket of all) socket.cut()
    },
    open() {
      opened += 1
      const socket = new FakeSocket(later, {
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

interface Ends {
  hear(frame: Frame): void
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
    this.#soon(() => this.onopen?.(undefined as never))
  }

  send(text: string): void {
    this.#soon(() => this.#ends.hear(JSON.parse(text) as Frame))
  }

  tell(frame: object): void {
    const event = { data: JSON.stringify(frame) }
    this.#soon(() => this.onmessage?.(event as never))
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
    this.#later(() => this.onclose?.({ code: 1006 } as never))
  }

  #soon(run: () => void): void {
    this.#later(() => {
      if (this.#open) run()
    })
  }
}
