import type { Can } from '#shared/wire/hello.ts'
import type { WidgetSite } from './verify.ts'

/** What the platform behind a site can do, with the agents that there are. */
export interface Offers {
  typing: boolean
  handover: boolean
  /** It hears that a visitor would rather have the bot again. */
  back: boolean
  /** Visitors may send files there. */
  upload: boolean
}

/** What the platform offers and the site allows. */
export const canOf = ({ visitor }: WidgetSite, { typing, handover, back, upload }: Offers): Can => ({
  typing,
  handover,
  receipts: true,
  back: visitor.back && back && handover,
  close: visitor.close,
  rate: visitor.rate,
  upload,
  past: visitor.past,
  erase: visitor.erase,
  window: visitor.window,
  sound: visitor.sound,
  notify: visitor.notify
})
