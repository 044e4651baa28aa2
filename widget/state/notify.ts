/** How a visitor wants to be told of news while they look elsewhere. The title of the page tells in any case. */
export interface Choice {
  sound: boolean
  /** By the system's own notifications. */
  system: boolean
}

/** Quiet, until somebody wants it otherwise. */
export function readChoice(text: string): Choice {
  return { sound: text.includes('sound'), system: text.includes('system') }
}

export const writeChoice = ({ sound, system }: Choice): string =>
  [sound && 'sound', system && 'system'].filter(Boolean).join(' ')
