import type { Api } from './api.ts'
import { user } from './contract.ts'
import type { Self } from './gate.ts'
import type { Settings } from './settings.ts'

/** The token's user: what it says is ours, and what others do is not. */
export interface Myself {
  /** As far as it is known. */
  known(): Self
  /** Asks the platform, until it has answered once. */
  learn(): Promise<Self>
}

export function createMyself({ botUserId }: Settings, api: Api): Myself {
  let self: Self = { user: botUserId, identities: new Set() }
  let isLearnt = false
  return {
    known: () => self,
    async learn() {
      if (isLearnt) return self
      const answer = await api({ name: 'who we are', method: 'GET', path: '/users/me' })
      const read = answer.ok ? user.safeParse(answer.body) : undefined
      if (read?.success) {
        self = { user: read.data.id, identities: new Set(read.data.identity_ids) }
        isLearnt = true
      }
      return self
    }
  }
}
