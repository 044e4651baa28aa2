/** What a page may change of its chat while it runs. */
export interface Changes {
  /** A language tag, such as `de` or `pt-BR`. */
  locale?: string
  theme?: 'light' | 'dark' | 'auto'
  /** What the bot and the agents may know of this page, by name. */
  page?: Record<string, string | number | boolean>
  position?: Place
}

/** Where launcher and panel stand: at a side, so many pixels from it and from the bottom. */
export interface Place {
  side: 'start' | 'end' | 'left' | 'right'
  x: number
  y: number
}

/** A message as a page sees it. */
export interface PageMessage {
  from: 'visitor' | 'bot' | 'agent' | 'system'
  text: string
  /** Its place in the conversation; absent on what was not sent yet. */
  seq?: number
  /** What can be pressed in it, in the order in which `postback` counts them. */
  actions?: readonly string[]
}

/** What a page can listen to, and what it is told. */
export interface Events {
  /** The launcher is drawn and the commands are there. */
  ready: undefined
  open: undefined
  close: undefined
  /** Somebody said something: the visitor, or the other side. */
  message: PageMessage
  /** How many messages the visitor has not seen. */
  unread: number
  /** Who the visitor talks to. */
  phase: 'bot' | 'waiting' | 'agent' | 'closed'
  connection: 'connecting' | 'live' | 'offline' | 'stopped'
  destroyed: undefined
}

/** Hooks: what is looked at before it happens. */
export interface Hooks {
  /** The visitor's own text on its way out. */
  send: PageMessage
  /** A message of the other side, before it is on the screen. */
  show: PageMessage
}

/** Another text, `false` to drop the message, or nothing to leave it as it is. */
export type Verdict = string | false | undefined

/** A JWT that the website's server signed, or how to get one: asked again when the last has run out. */
export type Identity = string | (() => string | Promise<string>)

/** Takes back what `on` or `before` began. */
export type Unsubscribe = () => void

/** What a page can do with its chat, as `window.Footbridge` or as the answer of `init`. */
export interface Footbridge {
  readonly site: string
  /** The element or selector that this one fills; absent on one with a launcher. */
  readonly target: string | Element | undefined
  /** All that run on this page. */
  readonly instances: readonly Footbridge[]
  /** Shows the panel and moves the focus into it. */
  open(): Promise<void>
  /** Hides the panel; the conversation stays connected. */
  close(): Promise<void>
  /** Opens what is closed, closes what is open. */
  toggle(): Promise<void>
  /** Draws the launcher again. */
  show(): Promise<void>
  /** Takes launcher and panel out of sight. */
  hide(): Promise<void>
  /** Says a text in the visitor's name. */
  say(text: string): Promise<void>
  /** Writes a text into the composer, for the visitor to send. */
  prefill(text: string): Promise<void>
  /** Presses an action of the message at `seq`, by its place among them. */
  postback(seq: number, action: number): Promise<void>
  /** Goes on in a window of its own, or shows the one that is there. Browsers want a press just before. */
  popOut(): Promise<void>
  /** From here on the visitor is who the website says. */
  identify(identity: Identity): Promise<void>
  /** From here on the visitor is nobody known: what this browser kept of them is removed. */
  logout(): Promise<void>
  set(changes: Changes): Promise<void>
  /** Begins a new conversation, ending the one that is open. */
  startOver(): Promise<void>
  /** Has the relay forget the visitor, and forgets them here. */
  erase(): Promise<void>
  /** Takes everything off the page. What storage keeps stays. */
  destroy(): Promise<void>
  on<Name extends keyof Events>(event: Name, listener: (detail: Events[Name]) => void): Unsubscribe
  before<Name extends keyof Hooks>(
    hook: Name,
    look: (message: Hooks[Name]) => Verdict | Promise<Verdict>
  ): Unsubscribe
}

/** What `init` is told. A script tag says the same in `data-` attributes. */
export interface Options {
  /** The relay's `widget.js`, such as `https://chat.example.com/widget.js`. */
  src: string
  site: string
  /** The element to fill; absent: a launcher in the corner. */
  target?: string | Element | undefined
  title?: string | undefined
  color?: string | undefined
  locale?: string | undefined
  theme?: 'light' | 'dark' | 'auto' | undefined
  position?: Place | undefined
  page?: Changes['page'] | undefined
  identity?: Identity | undefined
  /** A code from `npm run preview-code`. */
  preview?: string | undefined
}

/** Begins a widget on this page; one that is there already is answered again. Throws outside a browser. */
export type Init = (options: Options) => Footbridge

declare global {
  interface Window {
    Footbridge?: Footbridge
  }
}
