import { join } from 'node:path'
import { readSamples } from '../../testing/sample.ts'
import { channelContract } from '../channel.contract.ts'
import { ids, keys, platformAnswers } from './case.contract.ts'
import { engageDigital } from './index.ts'

const imported = { domain_id: ids.domain, events: [] }
const knowing = { 'x-dimelo-secret': keys.secret }

channelContract('Engage Digital', engageDigital, {
  settings: { ...keys, domainId: undefined },
  urlKeys: ['apiUrl'],
  secrets: [keys.accessToken, keys.secret, keys.verifyToken, keys.webhookSecret],
  samples: readSamples(join(import.meta.dirname, 'samples')),
  strangers: [
    { about: 'who knows no secret', incoming: imported, headers: {}, status: 401 },
    {
      about: 'who knows another',
      incoming: imported,
      headers: { 'x-dimelo-secret': 'another-one' },
      status: 401
    },
    {
      about: 'who knows its beginning',
      incoming: imported,
      headers: { 'x-dimelo-secret': keys.secret.slice(0, -1) },
      status: 401
    }
  ],
  headersFor: () => knowing,
  address: ids.thread,
  answers: seen => platformAnswers(seen),
  shows: ({ method, path }) => method === 'POST' && path === '/contents'
})
