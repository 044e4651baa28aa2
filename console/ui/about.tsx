import type { Json, Summary } from '../contract.ts'
import { linesOf } from '../state/text.ts'
import { momentOf, timeOf } from '../state/time.ts'
import { words } from '../words/en.ts'
import { Said } from './said.tsx'

const says = words.about

/** What is known of a conversation and its visitor. Never shown to visitors. */
export function About({ summary }: { summary: Summary }) {
  const { waiting, site, bot, page, named, openedAt, agent } = summary
  const facts: readonly (readonly [string, string | undefined])[] = [
    [says.site, site],
    [says.bot, bot],
    [says.email, named?.email],
    [says.page, page && (page.title ? `${page.title} – ${page.url}` : page.url)],
    ...Object.entries(page?.data ?? {}).map(([name, value]) => [name, String(value)] as const),
    [says.opened, momentOf(openedAt)],
    [says.with, agent && (agent.on === undefined ? agent.name : `${agent.name} ${says.on(agent.on)}`)],
    [says.waits, waiting && momentOf(waiting.since)],
    [says.until, waiting && timeOf(waiting.until)]
  ]
  return (
    <div class="about">
      {waiting && <Metadata title={says.reason} metadata={waiting.metadata} />}
      <dl>
        {facts.map(([name, value]) => value !== undefined && <Fact key={name} name={name} value={value} />)}
      </dl>
    </div>
  )
}

/** What the bot sent along with a handover, or an agent with a handback. */
export function Metadata({ title, metadata }: { title?: string; metadata: Json }) {
  const lines = linesOf(metadata)
  if (!lines.length) return null
  return (
    <div class="metadata">
      {title !== undefined && <p class="title">{title}</p>}
      <dl>
        {lines.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </div>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <Said text={value} />
    </dd>
  </div>
)
