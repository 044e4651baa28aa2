import { safeUrl } from '../../state/links.ts'
import { Icon } from '../icon.tsx'
import { Link } from '../link.tsx'
import type { ContentProps } from './props.ts'

export function FileLink({ chat, content: { url, name } }: ContentProps<'file'>) {
  const address = safeUrl(url)
  const label = name || (address && new URL(address).pathname.split('/').pop()) || chat.words.file
  if (!address) return <p class="chip">{label}</p>
  return (
    <Link url={address} class="chip">
      <Icon name="file" /> <span dir="auto">{label}</span>
    </Link>
  )
}
