import type { ConversationId } from '#shared/ids.ts'
import { hello } from '#shared/wire/hello.ts'
import { wireVersion } from '#shared/wire/version.ts'
import type { Store } from '../../conversation/store.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { mayOpen, type WidgetSites } from './verify.ts'
import { whoIs } from './who.ts'

/** A visitor who sends a file, as far as their browser tells: what they prove themselves with is never in an address. */
export interface Sending {
  site: string
  origin: string | undefined
  preview?: string | undefined
  token?: string | undefined
  identity?: string | undefined
}

/** What a visitor may do beside their socket. */
export interface VisitorDoor {
  /** May this page send anything here? */
  isListed(sending: Sending): boolean
  /** By what the store knows them, and where they are. */
  who(sending: Sending): Promise<{ hash: string; conversation: ConversationId } | undefined>
}

export interface VisitorDoorParts {
  sites: WidgetSites
  secret: string
  clock: Clock
  log: Log
  store: Pick<Store, 'visitor'>
}

/** Visitors prove themselves as in hello, and are known by it in the same way. */
export function createVisitorDoor(parts: VisitorDoorParts): VisitorDoor {
  const isListed = (sending: Sending) => mayOpen(parts, sending) !== false
  return {
    isListed,
    async who(sending) {
      const site = parts.sites.get(sending.site)
      const { site: name, token, identity } = sending
      const said = hello.safeParse({ type: 'hello', version: wireVersion, site: name, token, identity })
      if (!site || !said.success || !isListed(sending)) return undefined
      const who = await whoIs(parts, site, said.data)
      if (who.is !== 'token' && who.is !== 'identity') return undefined
      const known = await parts.store.visitor(who.visitor)
      return known?.site === name ? { hash: who.visitor, conversation: known.conversation } : undefined
    }
  }
}
