/** As much of a lock manager as is used. Browsers have it on secure pages. */
export interface LocksLike {
  request(name: string, options: LockWish, held: (lock: unknown) => unknown): Promise<unknown>
}

export interface LockWish {
  /** Now or not at all. */
  ifAvailable?: boolean
  /** Take it from whoever has it. */
  steal?: boolean
  signal?: AbortSignal
}

/** As much of a BroadcastChannel as is used. */
export interface ChannelLike {
  onmessage: ((event: never) => void) | null
  postMessage(message: unknown): void
  close(): void
}

/** What a page has to find the other pages of its site in this browser. */
export interface Tab {
  locks: LocksLike
  openChannel(name: string): ChannelLike
  isVisible(): boolean
  /** Tells when it is shown or hidden; the answer ends that. */
  watch(changed: () => void): () => void
}

/** Nothing where a page cannot share: then it has a socket of its own. */
export function tabHere(lasts: boolean): Tab | undefined {
  const { locks }: { locks?: LockManager } = navigator
  if (!locks || !lasts || typeof BroadcastChannel !== 'function') return undefined
  return {
    locks,
    openChannel: name => new BroadcastChannel(name),
    isVisible: () => document.visibilityState === 'visible',
    watch(changed) {
      document.addEventListener('visibilitychange', changed)
      return () => document.removeEventListener('visibilitychange', changed)
    }
  }
}
