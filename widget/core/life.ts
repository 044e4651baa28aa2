import type { Chat } from '../chat.tsx'
import type { Files } from '../files.ts'
import type { Hook } from '../page/hooks.ts'
import type { Stage } from '../stage.ts'
import { mayBegin } from './appear.ts'
import { createEvents, type Emit } from './events.ts'
import { createRunner, type Runner } from './runner.ts'

const declined = new Error('Footbridge: the visitor did not agree')

/** How a widget stands. */
interface Now {
  open: boolean
  /** The page listens, or has hooks. */
  attended: boolean
  /** How often it has said who is there, in which language, and that it is over. */
  said: number
}

/** What the chat is given: the stage that stands, what is set, and how to tell the page. */
export interface Mounted extends Stage {
  now: Readonly<Now>
  hooks: ReadonlySet<Hook>
  emit: Emit
  /** The visitor came by another way than the launcher. */
  onOpen(): void
  /** The visitor wants the panel away. */
  onClose(): void
}

export type Life = ReturnType<typeof beginLife>

/**
 * One widget, from here to its end: what stands on the page, and the chat behind it. The chat begins when what the page
 * asked for until then is served.
 */
export function beginLife(stage: Stage, files: Files, served: () => Promise<void> | undefined) {
  const { settings, button } = stage
  const ending = new AbortController()
  const { signal } = ending
  const { emit, on } = createEvents()
  const hooks = new Set<Hook>()
  const now: Now = { open: false, attended: false, said: 0 }
  const chat = createRunner(begin)
  const show = createShow({ stage, chat, now, emit, signal })

  async function begin(): Promise<Chat> {
    signal.throwIfAborted()
    const [{ prepare, warm }] = await Promise.all([files.chat(), served()])
    if (!(await mayBegin({ stage, warm, signal, onClose }))) throw declined
    const { said } = now
    const start = await prepare(settings, now.attended)
    // Meanwhile it may be somebody else who is there, or nobody, and the widget may have ended.
    if (said !== now.said) return begin()
    return start({ ...stage, now, hooks, emit, onOpen, onClose })
  }

  const onOpen = () => void show(true)

  function onClose(): void {
    if (!settings.target) void show(false).then(() => button.focus())
  }

  // Who has to be asked first, or to be known, is so when it is opened.
  const build = () => void (settings.consent || settings.identity || chat.build())
  const toggle = () => show(!now.open)
  return { chat, now, hooks, emit, on, show, build, toggle, signal, ending }
}

interface Shown {
  stage: Stage
  chat: Runner
  now: Now
  emit: Emit
  signal: AbortSignal
}

function createShow({ stage, chat, now, emit, signal }: Shown): (open: boolean) => Promise<void> {
  const { button, frame, look } = stage

  function draw(open: boolean): void {
    // What is destroyed stays off the page.
    if (signal.aborted) return
    now.open = open
    button.ariaExpanded = String(open)
    frame.classList.toggle('open', open)
    look()
  }

  function fail(failure: unknown): void {
    draw(false)
    if (failure !== declined) throw failure
    button.focus()
  }

  return async open => {
    const changed = open !== now.open
    draw(open)
    if (open) await chat.start().catch(fail)
    chat.now()?.show(now.open)
    if (changed && open === now.open) emit(open ? 'open' : 'close', undefined)
  }
}
