import type { Retention } from '../conversation/retention.ts'
import { type ApiRoute, ok } from './answers.ts'

export interface RetentionParts {
  retention: Pick<Retention, 'view'>
}

/** How far the erasing of what is old has come, site by site. */
export const retentionRoutes = ({ retention }: RetentionParts): readonly ApiRoute[] => [
  {
    for: 'operator',
    method: 'GET',
    path: '/retention',
    run: async () => ok({ sites: retention.view() })
  }
]
