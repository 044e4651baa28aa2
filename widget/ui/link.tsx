import type { ComponentChildren } from 'preact'

interface Props {
  url: string
  class?: string
  children: ComponentChildren
}

/** Opens elsewhere, and tells the other side nothing about this page. `url` has been through `safeUrl`. */
export function Link({ url, class: className, children }: Props) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" class={className} dir="auto">
      {children}
    </a>
  )
}
