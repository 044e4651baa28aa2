import { initials } from '../state/initials.ts'
import { later } from './later.ts'

export interface FaceProps {
  name: string
  picture?: string | undefined
  /** Those that a picture may come from by itself; none given: any. */
  hosts?: readonly string[] | undefined
}

/** A picture of somebody; their initials where there is none. */
export function Face(props: FaceProps) {
  const part = props.picture === undefined ? undefined : later.now()
  return (
    <span class="face" aria-hidden="true">
      {part ? <part.Portrait {...props} /> : initials(props.name)}
    </span>
  )
}
