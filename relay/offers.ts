import type { ConfiguredBot } from './bots/bot.ts'
import type { Offers } from './channels/widget/can.ts'
import type { SiteRules } from './conversation/decision.ts'
import type { FileRules } from './files/uploads.ts'

/** What the platforms behind the sites can do, with the agents that there are. */
export function offersOf(
  sites: ReadonlyMap<string, SiteRules>,
  bots: readonly ConfiguredBot[],
  files: ReadonlyMap<string, FileRules>
) {
  return (site: string): Offers => {
    const rules = sites.get(site)
    const can = bots.find(({ id }) => id === rules?.bot)?.can ?? []
    const ours = can.includes('handover') && rules?.agents === true
    const sends = files.get(site)?.visitors ?? 'never'
    return {
      typing: can.includes('typing'),
      handover: ours || can.includes('agents'),
      back: ours,
      upload: sends === 'always' || (sends === 'agent' && ours)
    }
  }
}
