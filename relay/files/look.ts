import { Broken, TooManyPixels } from './kinds/bytes.ts'
import { type Kind, type KindName, kindNames, kinds } from './kinds/index.ts'
import { nameFor } from './name.ts'

/** Why a file is not kept, whatever is done about it. */
export type Unfit = 'empty' | 'type' | 'broken' | 'pixels'

/** What a file turned out to be: what of it is kept, and under which name. */
export type Looked =
  | { fit: true; type: string; name: string; bytes: Buffer; width?: number; height?: number }
  | { fit: false; why: Unfit }

/** Looks at the bytes alone. The name that its uploader has for it says nothing of what it is. Pure. */
export function look(bytes: Buffer, called: string, allowed: readonly KindName[]): Looked {
  if (bytes.length === 0) return { fit: false, why: 'empty' }
  const found = kindNames.find(name => kinds[name].is(bytes))
  if (found === undefined || !allowed.includes(found)) return { fit: false, why: 'type' }
  const kind: Kind = kinds[found]
  try {
    return { fit: true, type: kind.type, name: nameFor(called, kind.endings), ...kind.read(bytes) }
  } catch (error) {
    if (error instanceof TooManyPixels) return { fit: false, why: 'pixels' }
    if (error instanceof Broken || error instanceof RangeError) return { fit: false, why: 'broken' }
    throw error
  }
}
