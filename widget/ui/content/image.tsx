import { webUrl } from '../../state/links.ts'
import { Link } from '../link.tsx'
import type { ContentProps } from './props.ts'

export function Picture({ chat, content: { url, alt } }: ContentProps<'image'>) {
  const address = webUrl(url)
  const words = alt || chat.words.image
  if (!address) return <p class="chip">{words}</p>
  return (
    <Link url={address} class="picture">
      <Img url={address} alt={words} />
    </Link>
  )
}

/** An image from elsewhere: its server is not told which page this is. A broken one shows its words. */
export function Img({ url, alt }: { url: string; alt: string }) {
  return <img src={url} alt={alt} loading="lazy" referrerpolicy="no-referrer" />
}
