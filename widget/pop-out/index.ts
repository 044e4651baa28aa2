import { realEnvironment } from '../connection/environment.ts'
import type { Mounted } from '../core/life.ts'
import { keeps } from '../outside/kept.ts'
import { identityOf } from '../page/identity.ts'
import type { ChatState } from '../state/chat.ts'
import { documentOf, type Given, openChannel, type Told } from './given.ts'
import './window.ts'

export interface PopOut {
  /** A second window makes sense here, and would find the conversation. */
  isOffered(): boolean
  /** Opens the window, or shows the one that is there. Answers whether the browser let it. */
  open(): boolean
  /** No longer answers the window's questions; it stays. */
  stop(): void
}

interface Opener {
  mounted: Mounted
  state: Pick<ChatState, 'title' | 'words'>
}

// This file, in two steps: of an address in one, vite would make a file of its own.
const { url: here }: { url?: string } = import.meta

/** A window of its own for the conversation: of the website's origin, so that it shares all that tabs share. */
export function createPopOut({ mounted, state }: Opener): PopOut {
  const { settings } = mounted
  const { src, site, target } = settings
  const id = realEnvironment.newId()
  const fine = matchMedia('(pointer:fine)')
  let channel: BroadcastChannel | undefined
  let url = ''

  /** Within a foreign page storage is another one; and its program must come from the relay. */
  const isPossible = () => keeps() && window === top && !!here?.startsWith(new URL('assets/', src).href)

  function hear({ data }: MessageEvent<Told>): void {
    if (data.is === 'here' && data.id === id) mounted.onClose()
    if (data.is === 'who') void identityOf(settings).then(answer)
  }
  const answer = (jwt: string | undefined) => channel?.postMessage({ is: 'jwt', jwt } satisfies Told)

  function open(): boolean {
    const there = isPossible() && window.open('', `footbridge-${site}`, 'popup,width=400,height=640')
    if (!there) return false
    if (!isFilled(there)) fill(there)
    there.focus()
    return true
  }
  function fill(there: Window): void {
    channel ??= openChannel(site)
    channel.onmessage = hear
    // As long as this page is there the window can be reloaded.
    URL.revokeObjectURL(url)
    url = URL.createObjectURL(new Blob([write()], { type: 'text/html' }))
    there.location.replace(url)
  }
  const write = () =>
    documentOf({ given: givenOf(mounted, state, id), script: here ?? '', nonce: nonceHere() })

  return {
    isOffered: () => isPossible() && fine.matches && !target,
    open,
    stop() {
      channel?.close()
      URL.revokeObjectURL(url)
    }
  }
}

/** It was opened before, perhaps by another page. Where it is an error's, nobody may look. */
function isFilled(there: Window): boolean {
  try {
    return there.location.protocol === 'blob:'
  } catch {
    return false
  }
}

/** Of any script of the page that its policy lets in. */
const nonceHere = () => document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? ''

const looks = ['--footbridge-color', '--footbridge-font']

function givenOf({ settings, root }: Mounted, { title, words }: Opener['state'], id: string): Given {
  const { src, site, preview, title: own, color, theme, texts, page } = settings
  const style = getComputedStyle(root.host)
  const look = looks.map(name => [name, style.getPropertyValue(name)] as const).filter(([, value]) => value)
  return {
    id,
    name: title.value,
    direction: words.direction,
    look: Object.fromEntries(look),
    options: {
      src,
      site,
      preview,
      title: own,
      color,
      theme,
      texts,
      page,
      locale: words.locale,
      from: { url: location.href.slice(0, 2_048), title: document.title.slice(0, 300) }
    }
  }
}
