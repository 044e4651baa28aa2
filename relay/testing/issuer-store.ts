import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What an issuer of the tests remembers, by kind; gone with the process. */
export function issuerStore(): (kind: string) => Adapter {
  const all = new Map<string, AdapterPayload>()
  const found = (fits: (key: string, payload: AdapterPayload) => boolean) =>
    Promise.resolve([...all].find(([key, payload]) => fits(key, payload))?.[1])
  return kind => {
    const keyOf = (id: string) => `${kind} ${id}`
    return {
      async upsert(id, payload) {
        all.set(keyOf(id), payload)
      },
      find: id => Promise.resolve(all.get(keyOf(id))),
      findByUserCode: code => found((_, { userCode }) => userCode === code),
      findByUid: uid => found((key, payload) => key.startsWith(kind) && payload.uid === uid),
      async consume(id) {
        all.set(keyOf(id), { ...all.get(keyOf(id)), consumed: true })
      },
      async destroy(id) {
        all.delete(keyOf(id))
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of all) if (payload.grantId === grantId) all.delete(key)
      }
    }
  }
}
