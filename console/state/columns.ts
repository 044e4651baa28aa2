/** The conversations that are open side by side, and the one that keys are for. */
export interface Columns {
  open: readonly string[]
  active: string | undefined
}

const mostColumns = 3
export const noColumns: Columns = { open: [], active: undefined }

/** Beside the others while there is room, else in place of the active one. */
export function opened(
  { open, active }: Columns,
  id: string,
  { beside, room }: { beside: boolean; room: number }
): Columns {
  if (open.includes(id)) return { open, active: id }
  const isFree = open.length === 0 || (beside && open.length < room)
  if (isFree) return { open: [...open, id], active: id }
  const replaced = active ?? open.at(-1)
  return { open: open.map(one => (one === replaced ? id : one)), active: id }
}

export function left({ open, active }: Columns, id: string): Columns {
  const at = open.indexOf(id)
  const rest = open.filter(one => one !== id)
  return { open: rest, active: active === id ? (rest[at] ?? rest.at(-1)) : active }
}

export function moved({ open, active }: Columns, by: 1 | -1): Columns {
  const at = open.indexOf(active ?? '')
  return { open, active: open[Math.max(0, Math.min(open.length - 1, at + by))] }
}

/** As many as there is room for, the active one always among them. */
export function shown({ open, active }: Columns, room: number): readonly string[] {
  const at = Math.max(0, open.indexOf(active ?? ''))
  const from = Math.min(Math.max(0, at - room + 1), Math.max(0, open.length - room))
  return open.slice(from, from + room)
}

/** How many columns are legible in so many pixels beside the list. */
export const roomIn = (width: number): number =>
  Math.max(1, Math.min(mostColumns, Math.floor((width - 320) / 400)))

/** Narrower than this there is one pane at a time. */
export const phoneBelow = 760

const sign = '#'

/** What stands in the address, so that a reload opens the same. */
export const hashOf = (open: readonly string[]): string =>
  open.length ? sign + open.map(encodeURIComponent).join(',') : ''

export function openIn(hash: string): readonly string[] {
  // That is the address of a page.
  if (hash.startsWith(`${sign}/`)) return []
  const parts = hash
    .replace(sign, '')
    .split(',')
    .filter(part => part !== '')
  return [...new Set(parts.map(decoded))].filter(id => id !== '' && id.length <= 64).slice(0, mostColumns)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
