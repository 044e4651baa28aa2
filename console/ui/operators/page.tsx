import { askedIn } from '../../state/operators/query.ts'
import type { PageGiven } from './given.ts'
import { HealthPage } from './health.tsx'
import { LettersPage } from './letters.tsx'
import { RecordsPage } from './records.tsx'
import { SearchPage } from './search.tsx'
import { Resting } from './standing.tsx'
import { SubscriptionsPage } from './subscriptions.tsx'
import { TimelinePage } from './timeline.tsx'

/** The page that the address asks for. */
export function OperatorsPage(given: PageGiven) {
  return (
    <div class="operators">
      <Resting {...given} />
      <Asked {...given} />
    </div>
  )
}

function Asked(given: PageGiven) {
  const place = given.desk.place.value
  switch (place.page) {
    case 'conversations': {
      const asked = askedIn(place.rest)
      return asked.is === 'search' ? <SearchPage {...given} /> : <TimelinePage {...given} id={asked.id} />
    }
    case 'health':
      return <HealthPage {...given} />
    case 'dead-letters':
      return <LettersPage {...given} />
    case 'subscriptions':
      return <SubscriptionsPage {...given} />
    case 'records':
      return <RecordsPage {...given} />
    case 'desk':
      return null
    default:
      return place satisfies never
  }
}
