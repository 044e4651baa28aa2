import type { LateSite } from '#shared/site.ts'
import type { Words } from '../words/en.ts'
import type { Phase } from './phase.ts'

/** Who is there for the visitor. */
export interface Who {
  /** Whose face it is. */
  name: string
  picture?: string | undefined
  /** Where that may come from by itself. The site's own needs no leave. */
  hosts?: readonly string[] | undefined
  /** Said below the title; nothing when nobody is there. */
  line?: string
}

type Told = Pick<LateSite, 'avatar' | 'botName' | 'imageHosts'>

export function whoOf(phase: Phase, title: string, words: Words, site: Told = {}): Who {
  const { avatar, botName, imageHosts } = site
  if (phase.is === 'agent') {
    const { name, picture } = phase
    return { name, picture, hosts: imageHosts, line: name }
  }
  if (phase.is === 'bot') return { name: botName ?? title, picture: avatar, line: botName ?? words.bot }
  return { name: title, ...(phase.is === 'waiting' && { line: words.looking }) }
}
