import { safeUrl } from '../../state/links.ts'
import { fileKind, sizeText } from '../../state/size.ts'
import type { ContentProps } from '../content-props.ts'
import { Drawing } from '../icon.tsx'
import { Link } from '../link.tsx'

export function FileLink({ chat, content: { url, name, size } }: ContentProps<'file'>) {
  const address = safeUrl(url)
  const last = address && new URL(address).pathname.split('/').pop()
  const label = name || last || chat.words.file
  const about = [fileKind(last || label), size !== undefined && sizeText(size, chat.words.locale)].filter(
    Boolean
  )
  const shown = (
    <>
      <Drawing name="file" path="M7 3h7l5 5v13H7zM14 3v5h5" />
      <span>
        <b dir="auto">{label}</b>
        {about.length > 0 && (
          <small>{about.map((one, at) => [at > 0 && ' · ', <bdi key={one}>{one}</bdi>])}</small>
        )}
      </span>
    </>
  )
  if (!address) return <p class="chip">{shown}</p>
  return (
    <Link url={address} class="chip">
      {shown}
    </Link>
  )
}
