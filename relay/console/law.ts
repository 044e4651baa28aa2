import type { ApiRoute } from './answers.ts'
import { type RetentionParts, retentionRoutes } from './retention.ts'
import { type VisitorParts, visitorRoutes } from './visitors.ts'

/** What the law asks for: nothing is kept for ever, and whoever it is about may have it, or have it erased. */
export const lawRoutes = ({ retention, ...parts }: VisitorParts & RetentionParts): readonly ApiRoute[] => [
  ...visitorRoutes(parts),
  ...retentionRoutes({ retention })
]
