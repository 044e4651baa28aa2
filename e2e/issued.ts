import { type Issuer, startIssuer } from '../relay/testing/issuer.ts'
import { expect, test as people, staffed } from './people.ts'
import type { Settings } from './settings.ts'

/** What is set beside the issuer. */
interface Ways {
  passwords: boolean
}

interface Cast {
  ways: Ways
  /** A real one, on this machine; there once the relay's address is known to it. */
  issuer: Issuer
}

const configured = ({ url, secret }: Issuer, { passwords }: Ways): Settings => ({
  ...staffed,
  more: `
console:
  accounts:
    - { name: anna, shown: Anna Berg, role: agent, oidc: anna@example.com }
  passwords: ${passwords}
  oidc:
    issuer: ${url}
    clientId: footbridge
    clientSecret: "${secret}"
    label: Continue with the lamp shop
`
})

/** A shop whose people come in by an issuer. */
export const test = people.extend<Cast>({
  ways: [{ passwords: true }, { option: true }],
  issuer: async ({ locale }, use) => {
    void locale
    const issuer = await startIssuer()
    await use(issuer)
    await issuer.close()
  },
  settings: ({ issuer, ways }, use) => use(configured(issuer, ways))
})

test.beforeEach(({ issuer, relay }) => issuer.serves(`${relay.url}/api/v1/sign-in/oidc/return`))

export { expect }
