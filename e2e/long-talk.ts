import type { Agent } from './actors/agent.ts'
import type { Visitor } from './actors/visitor.ts'
import { shared } from './settings.ts'

/** As many messages at once as share commits without being a flood. */
const atOnce = 50

/** A long conversation, as an agent would have it who writes very fast: every entry is the relay's own. */
export async function longTalk(visitor: Visitor, agent: Agent, relay: string, count: number): Promise<void> {
  await visitor.says('person')
  await agent.isAskedFor()
  await agent.takesAs('Grace')
  // Nobody looks on meanwhile.
  await visitor.page.goto('about:blank')
  await fillLog(agent, relay, count)
}

/** To whoever has this agent already. */
export async function fillLog(agent: Agent, relay: string, count: number): Promise<void> {
  const [talk] = await agent.conversations()
  let next = 1
  const write = async () => {
    while (next < count) await say(`${relay}/api/v1/conversations/${talk?.id}/say`, text(next++))
  }
  await Promise.all(Array.from({ length: atOnce }, write))
  await agent.says(text(count))
}

async function say(address: string, text: string): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shared.apiToken}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID()
    },
    body: JSON.stringify({ text })
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
}

/** Between 60 and 240 characters, as the peers were measured with. */
const text = (number: number) => `Message ${number} ${'about lamps and gardens '.repeat(2 + (number % 8))}`
