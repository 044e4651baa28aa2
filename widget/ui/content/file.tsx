import { safeUrl } from '../../state/links.ts'
import { useChat } from '../context.ts'
import { Icon } from '../icon.tsx'
import { Link } from '../link.tsx'
import { Bubble } from './bubble.tsx'
import type { ContentProps } from './props.ts'

export function FileLink({ content: { url, name, text } }: ContentProps<'file'>) {
  const { words } = useChat()
  const address = safeUrl(url)
  const label = name || lastPart(address) || words.file
  return (
    <>
      <Bubble text={text} />
      {address ? (
        <Link url={address} class="chip">
          <Icon name="file" /> <span dir="auto">{label}</span>
        </Link>
      ) : (
        <Bubble text={label} />
      )}
    </>
  )
}

const lastPart = (address: string | undefined) => address && new URL(address).pathname.split('/').pop()
