/** How a visitor wants to be told of news while they look elsewhere. The title of the page tells in any case. */
export interface Choice {
  sound: boolean
  /** By the system's own notifications. */
  system: boolean
}

export const quiet: Choice = { sound: false, system: false }

/** Quiet, until somebody wants it otherwise. */
export function readChoice(text: string): Choice {
  return { sound: text.includes('sound'), system: text.includes('system') }
}
