import { bannerOf } from '../state/banner.ts'
import { useChat } from './context.ts'
import { useValue } from './use-value.ts'

/** How the connection is, while there is something to say about it. */
export function Banner() {
  const { link, words } = useChat()
  const state = useValue(link)
  const text = bannerOf(state, words)
  return (
    <div role="status" class={`banner ${state.link.is}`}>
      {text && <p>{text}</p>}
    </div>
  )
}
