import { Pages } from './actors/pages.ts'
import { Subscriber } from './fakes/subscriber.ts'
import { expect, test as people, staffed } from './people.ts'

interface Cast {
  /** Somebody who is told of events. */
  crm: Subscriber
  /** Otto runs the shop's relay, and has its pages before him. */
  pages: Pages
}

/** A shop whose visitors somebody else is told of. */
export const test = people.extend<Cast>({
  crm: async ({ locale }, use) => {
    void locale
    const crm = await Subscriber.start('crm')
    await use(crm)
    await crm.close()
    expect(crm.failures, 'what the subscriber complained about').toEqual([])
  },
  settings: ({ crm }, use) => use({ ...staffed, more: `${staffed.more}\n${subscriptionOf(crm)}` }),
  pages: async ({ otto }, use) => {
    await otto.comesAs('otto')
    await use(new Pages(otto.page))
  }
})

const subscriptionOf = ({ url, secret }: Subscriber): string => `
subscriptions:
  - id: crm
    url: ${url}
    topics: [chat.create, chat.user.message]
    secret: ${secret}
    allowPrivateAddresses: true
    retrySeconds: [0.2, 0.2, 0.2, 0.2, 0.5, 600]
`

export { expect }
