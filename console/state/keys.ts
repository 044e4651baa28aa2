import { words } from '../words/en.ts'

const { names } = words

/** Every action that a key does, where it does it, and what the key is called. */
export const keys = [
  { does: 'help', in: 'everywhere', key: '?', label: ['?'] },
  { does: 'waiting', in: 'everywhere', key: '1', label: ['1'] },
  { does: 'mine', in: 'everywhere', key: '2', label: ['2'] },
  { does: 'all', in: 'everywhere', key: '3', label: ['3'] },
  { does: 'takeNext', in: 'everywhere', key: 'n', label: ['N'] },
  { does: 'unread', in: 'everywhere', key: 'u', label: ['U'] },
  { does: 'presence', in: 'everywhere', key: 'p', label: ['P'] },
  { does: 'settings', in: 'everywhere', key: 's', label: ['S'] },
  { does: 'signOut', in: 'everywhere', key: 'Q', label: [names.shift, 'Q'] },
  { does: 'down', in: 'list', key: 'j', label: ['J'] },
  { does: 'up', in: 'list', key: 'k', label: ['K'] },
  { does: 'open', in: 'list', key: 'Enter', label: [names.enter], native: true },
  { does: 'beside', in: 'list', key: 'o', label: ['O'] },
  { does: 'take', in: 'conversation', key: 't', label: ['T'] },
  { does: 'reply', in: 'conversation', key: 'r', label: ['R'] },
  { does: 'note', in: 'conversation', key: 'i', label: ['I'] },
  { does: 'attach', in: 'conversation', key: 'f', label: ['F'] },
  { does: 'canned', in: 'conversation', key: '/', label: ['/'] },
  { does: 'about', in: 'conversation', key: 'a', label: ['A'] },
  { does: 'handback', in: 'conversation', key: 'h', label: ['H'] },
  { does: 'transfer', in: 'conversation', key: 'm', label: ['M'] },
  { does: 'end', in: 'conversation', key: 'e', label: ['E'] },
  { does: 'left', in: 'conversation', key: '[', label: ['['] },
  { does: 'right', in: 'conversation', key: ']', label: [']'] },
  { does: 'leave', in: 'conversation', key: 'w', label: ['W'] },
  { does: 'newest', in: 'conversation', key: 'g', label: ['G'] },
  { does: 'send', in: 'writing', key: 'Enter', label: [names.enter], native: true },
  { does: 'newLine', in: 'writing', key: 'Enter', label: [names.shift, names.enter], native: true },
  { does: 'swap', in: 'writing', key: 'i', label: [names.control, 'I'], control: true },
  { does: 'escape', in: 'writing', key: 'Escape', label: [names.escape], native: true }
] as const

type Row = (typeof keys)[number]
export type KeyDeed = Exclude<Row, { native: true }>['does']
export type KeyGroup = Row['in']

/** As much of a key press as matters. */
export interface Press {
  key: string
  control: boolean
  /** Alt, Meta, or a key that is part of composing a letter. */
  other: boolean
  /** Where text is written, letters are letters. */
  writing: boolean
}

/** What a press does, unless whatever has the focus does it by itself. Away from the desk its lists and logs are not there. */
export function deedOf(
  { key, control, other, writing }: Press,
  singleKeys: boolean,
  atDesk = true
): KeyDeed | undefined {
  if (other) return undefined
  const row = keys.find(one => {
    const wantsControl = 'control' in one
    if ('native' in one || one.key !== key || wantsControl !== control) return false
    if (!atDesk && one.in !== 'everywhere') return false
    return wantsControl || (!writing && (singleKeys || one.does === 'help'))
  })
  return row && !('native' in row) ? row.does : undefined
}
