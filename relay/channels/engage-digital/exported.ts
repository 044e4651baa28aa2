import type { DestinationId } from '../../conversation/delivery.ts'
import type { Incoming } from '../../lib/incoming.ts'
import type { Log } from '../../lib/log.ts'
import { Lru } from '../../lib/lru.ts'
import type { ChannelMeter } from '../channel.ts'
import { content, each, envelope, event } from './contract.ts'
import { isOurSource, type Self } from './gate.ts'
import type { Settings } from './settings.ts'

interface Observer {
  settings: Settings
  self: DestinationId
  known(): Self
  log: Log
  meter: ChannelMeter
}

/** ASSUMED(engage-digital 4.3): the words of the export's reference, which the page on webhooks does not list. */
const fine = ['success', 'export_pending']

/** Tells operators, once each, of replies that their platform could not show to the visitor. */
export function createObserve({ settings, self, known, log, meter }: Observer) {
  const told = new Lru<string, true>(10_000)

  return function observe(incoming: Incoming): void {
    const events = each(event, envelope.safeParse(incoming.json()).data?.events ?? [])
    for (const { type, resource } of events) {
      if (type !== 'content.exported' && type !== 'content.update_exported') continue
      const metadata = typeof resource.metadata === 'object' ? resource.metadata : {}
      const read = content.safeParse({ ...metadata, id: resource.id })
      if (!read.success) continue
      const { id, source, synchronization = 'success', creator } = read.data
      const isOurs =
        isOurSource(source, settings) && creator !== undefined && creator === (known().user ?? creator)
      if (!isOurs || fine.includes(synchronization) || told.get(id)) continue
      told.set(id, true)
      meter.notShown(self)
      log.error(
        { channel: self, content: id, why: wordOf(synchronization) },
        'a reply was not shown to its visitor'
      )
    }
  }
}

/** Only a word. */
const wordOf = (status: string): string => (/^[a-z_]{1,40}$/.test(status) ? status : 'unknown')
