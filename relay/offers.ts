import type { ConfiguredBot } from './bots/bot.ts'
import type { Offers } from './channels/widget/can.ts'
import type { SiteRules } from './conversation/decision.ts'

/** What the platforms behind the sites can do, with the agents that there are. */
export function offersOf(sites: ReadonlyMap<string, SiteRules>, bots: readonly ConfiguredBot[]) {
  return (site: string): Offers => {
    const rules = sites.get(site)
    const can = bots.find(({ id }) => id === rules?.bot)?.can ?? []
    const ours = can.includes('handover') && rules?.agents === true
    return { typing: can.includes('typing'), handover: ours || can.includes('agents'), back: ours }
  }
}
