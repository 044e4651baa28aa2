import type { ChatState } from './chat.ts'

/** Files may be sent just now: to one of our agents, or to whomever the site lets them go to. */
export const mayUpload = ({ can, phase, site }: Pick<ChatState, 'can' | 'phase' | 'site'>) =>
  can.value.upload && (phase.value.is === 'agent' || site.value?.files?.always)
