import type { LateSite } from '#shared/site.ts'
import type { Words } from '../words/en.ts'
import { faceUrl } from './images.ts'
import type { Phase } from './phase.ts'

/** Who is there for the visitor. */
export interface Who {
  /** Whose face it is. */
  name: string
  picture: string | undefined
  /** Said below the title; nothing when nobody is there. */
  line: string | undefined
}

type Told = Pick<LateSite, 'avatar' | 'botName' | 'imageHosts'>

export function whoOf(phase: Phase, title: string, words: Words, site: Told = {}): Who {
  const { avatar, botName } = site
  switch (phase.is) {
    case 'agent':
      return { name: phase.name, picture: faceUrl(phase.picture, site.imageHosts), line: phase.name }
    case 'bot':
      // The site's own picture needs no leave of the site.
      return { name: botName ?? title, picture: faceUrl(avatar, undefined), line: botName ?? words.bot }
    case 'waiting':
      return { name: title, picture: undefined, line: words.looking }
    case 'closed':
      return { name: title, picture: undefined, line: undefined }
    default:
      return phase satisfies never
  }
}
