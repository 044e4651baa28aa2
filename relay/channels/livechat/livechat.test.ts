import { join } from 'node:path'
import { readSamples } from '../../testing/sample.ts'
import { channelContract } from '../channel.contract.ts'
import { livechat } from './index.ts'
import { answersWell, ids, keys } from './world.contract.ts'

const envelope = (more: object) => ({
  webhook_id: 'f0e1',
  secret_key: keys.secretKey,
  organization_id: keys.organizationId,
  action: 'chat_deactivated',
  payload: { chat_id: ids.chat, thread_id: ids.thread },
  ...more
})

channelContract('LiveChat', livechat, {
  settings: keys,
  urlKeys: ['apiUrl', 'accountsUrl'],
  secrets: [keys.accessToken, keys.secretKey, keys.botSecret, keys.webhookSecret],
  samples: readSamples(join(import.meta.dirname, 'samples')),
  strangers: [
    { about: 'another secret key', incoming: envelope({ secret_key: `${keys.secretKey}x` }), status: 401 },
    { about: 'another organization', incoming: envelope({ organization_id: 'other' }), status: 404 }
  ],
  address: `${ids.chat}/${ids.thread}`,
  answers: answersWell,
  shows: ({ path }) => path.endsWith('/send_event')
})
