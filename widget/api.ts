/** What a page can do with its chat, as `window.Footbridge`. */
export interface Footbridge {
  /** Shows the panel and moves the focus into it. */
  open(): void
  /** Hides the panel; the conversation stays connected. */
  close(): void
  /** Opens what is closed, closes what is open. */
  toggle(): void
  /** Takes everything off the page: launcher, panel, socket and listeners. What storage keeps stays. */
  destroy(): void
}

declare global {
  interface Window {
    Footbridge?: Footbridge
  }
}
