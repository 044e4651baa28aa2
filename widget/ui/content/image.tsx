import { useState } from 'preact/hooks'
import { webUrl } from '../../state/links.ts'
import { useChat } from '../context.ts'
import { Link } from '../link.tsx'
import { Bubble } from './bubble.tsx'
import type { ContentProps } from './props.ts'

export function Picture({ content: { url, alt, text } }: ContentProps<'image'>) {
  const { words } = useChat()
  const address = webUrl(url)
  return (
    <>
      <Bubble text={text} />
      {address ? (
        <Link url={address} class="picture">
          <Img url={address} alt={alt || words.image} />
        </Link>
      ) : (
        <Bubble text={alt || words.imageBroken} />
      )}
    </>
  )
}

/** An image from elsewhere: its server is not told which page this is. */
export function Img({ url, alt }: { url: string; alt: string }) {
  const { words } = useChat()
  const [broken, setBroken] = useState(false)
  if (broken) return <span class="broken">{alt ? `${words.imageBroken}: ${alt}` : words.imageBroken}</span>
  return (
    <img src={url} alt={alt} loading="lazy" referrerpolicy="no-referrer" onError={() => setBroken(true)} />
  )
}
