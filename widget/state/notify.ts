import type { View } from '../connection/state.ts'

/** How a visitor wants to be told of news while they look elsewhere. The title of the page tells in any case. */
export interface Choice {
  sound: boolean
  /** By the system's own notifications. */
  notify: boolean
}

/** Quiet, until somebody wants it otherwise. */
export function readChoice(text: string): Choice {
  return { sound: text.includes('sound'), notify: text.includes('notify') }
}

export const writeChoice = (choice: Choice): string =>
  (['sound', 'notify'] as const).filter(way => choice[way]).join(' ')

/** Which message of somebody else is the newest, as all tabs of a browser would call it. */
export function newestOf({ epoch, conversation, lines }: View): string | undefined {
  const last = lines.findLast(line => line.kind === 'message' && line.by !== 'visitor')
  return last && `${epoch} ${conversation} ${last.seq}`
}

/** Was `newest` told, when the last that was told is `told`? */
export function wasTold(newest: string, told: string): boolean {
  const [seq, toldSeq] = [newest, told].map(name => Number(name.split(' ').at(-1)))
  return newest.replace(/ \d+$/, '') === told.replace(/ \d+$/, '') && Number(toldSeq) >= Number(seq)
}
