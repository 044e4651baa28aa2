import type { Clock } from '../../../lib/clock.ts'
import type { Place } from '../address.ts'
import type { Fact } from './fact.ts'
import type { Rule, Say } from './rule.ts'

interface Wait {
  place: Place
  /** The first thing the visitor said that no agent has answered. */
  said?: { id: string; at: number } | undefined
  /** Who could answer, and since when. */
  agents: Map<string, number>
  cancel?: () => void
}

/**
 * An agent is silent for so long: the visitor is told, once for each wait. What the bot says is no answer, and neither
 * are words among agents. While no agent is there, nobody is silent.
 */
export function idleRule({ minutes, text }: { minutes: number; text: string }, say: Say, clock: Clock): Rule {
  const waits = new Map<string, Wait>()

  function see(fact: Fact): void {
    const { place } = fact
    if (fact.kind === 'over') return forget(place.thread)
    const wait = waits.get(place.thread) ?? { place, agents: new Map<string, number>() }
    if (!learn(wait, fact)) return
    waits.set(place.thread, wait)
    schedule(wait)
  }

  function schedule(wait: Wait): void {
    wait.cancel?.()
    const { said, place } = wait
    if (!said || wait.agents.size === 0) return
    const since = Math.max(said.at, Math.min(...wait.agents.values()))
    const customId = `fb.idle.${place.thread}.${said.id}`
    const dueMs = since + minutes * 60_000 - clock.now()
    wait.cancel = clock.after(Math.max(0, dueMs), () => say({ place, visibility: 'all', text, customId }))
  }

  function forget(thread: string): void {
    waits.get(thread)?.cancel?.()
    waits.delete(thread)
  }

  return { see, forget }
}

/** False when the fact changes nothing. */
function learn(wait: Wait, fact: Fact): boolean {
  switch (fact.kind) {
    case 'visitor':
      if (wait.said) return false
      wait.said = { id: fact.id, at: fact.at }
      return true
    case 'agent':
      wait.said = undefined
      if (!wait.agents.has(fact.agent)) wait.agents.set(fact.agent, fact.at)
      return true
    case 'came':
      if (wait.agents.has(fact.agent)) return false
      wait.agents.set(fact.agent, fact.at)
      return true
    case 'left':
      return wait.agents.delete(fact.agent)
    case 'tagged':
    case 'rated':
    case 'over':
      return false
    default:
      return fact satisfies never
  }
}
