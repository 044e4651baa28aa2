import { lazy } from '../lazy.ts'
import { backoff } from './backoff.ts'
import type { Environment } from './environment.ts'
import type { ConnectOptions } from './index.ts'
import { createPlug } from './plug.ts'
import type { Effect, Event, Rare, Timer, Visit } from './step.ts'
import { createTimers } from './timers.ts'
import type { Times } from './times.ts'

export interface World extends Pick<ConnectOptions, 'url' | 'memory' | 'openSocket' | 'onIdentityRefused'> {
  environment: Environment
  times: Times
  /** What hello says on a socket that has just opened. */
  visit(): Visit
}

type Happen = (event: Event) => void

const rare = lazy(() => import('./rare.ts'))

/** Does what the machine wants done, and reports what comes of it. */
export function createPerformer(world: World, happen: Happen): (effect: Effect) => void {
  const { environment, times, memory } = world
  const timers = createTimers<Timer>(environment)
  const plug = createPlug(world, happen)
  // One that does not come is asked for again with the next of these.
  const rarely = (event: Rare) => void rare.load().then(part => part && happen({ on: 'rare', event, part }))
  const ring = (name: Timer, ms: number) => timers.start(name, ms, () => happen({ on: 'timer', name }))

  return effect => {
    switch (effect.do) {
      case 'open':
        return plug.open(effect.socket)
      case 'leave':
        timers.stopAll()
        return plug.pull()
      case 'send':
        return plug.send(effect.frame)
      case 'timer':
        return ring(effect.name, times[effect.name])
      case 'backoff':
        return ring(
          effect.name,
          effect.atLeastMs + backoff(effect.attempt, environment.random(), times.backoff)
        )
      case 'cancel':
        return timers.stop(effect.name)
      case 'keep':
        return memory.keep(effect.token)
      case 'forget':
        return memory.forget(plug.greetedWith()?.token)
      case 'wipe':
        return memory.forget(memory.token())
      case 'refused':
        return world.onIdentityRefused?.(plug.greetedWith()?.identity)
      case 'put':
        return memory.put(effect.item)
      case 'drop':
        return memory.drop(effect.id)
      case 'rare':
        return rarely(effect.event)
      default:
        return effect satisfies never
    }
  }
}
