import type { ConversationId } from '#shared/ids.ts'
import { type Desk, signIn } from './desk.ts'
import { origin, type RunningRelay, type Visitor } from './relay.ts'
import { until } from './until.ts'

export const identityKey = 'secret-of-the-website-0123456789abcdef'

/** A site whose visitors may send files while an agent has them, and one where they always may. */
export const fileSites = `
  files: { origins: ["${origin}"], bot: support, start: { restart: true }, files: { enabled: true, maxMb: 0.1 } }
  always: { origins: ["${origin}"], bot: support, start: { restart: true },
    mask: [card], files: { enabled: true, visitors: always, types: [png, text] } }
  known: { origins: ["${origin}"], bot: support, start: { restart: true }, files: { enabled: true, visitors: always },
    identity: { algorithm: HS256, keys: [${identityKey}], required: true } }
`

/** What a route of files answered. */
export interface FileAnswer {
  status: number
  body: { error?: string; says?: string; file?: { id: string; name: string; type: string; size: number } }
}

const answerOf = async (response: Response): Promise<FileAnswer> => ({
  status: response.status,
  body: (await response.json()) as FileAnswer['body']
})

export interface Guest {
  socket: Visitor
  conversation: ConversationId
  token: string
  upload(bytes: Buffer, name?: string, more?: Record<string, string>): Promise<FileAnswer>
}

/** A visitor who has said hello. */
export async function guest(relay: RunningRelay, site = 'files', from = origin): Promise<Guest> {
  const socket = relay.socket(site, from)
  const { conversation, token = '' } = await socket.hello({ version: 2, site })
  return {
    socket,
    conversation,
    token,
    upload: async (bytes, name = 'photo.png', more = {}) =>
      answerOf(
        await fetch(`${relay.url}/files?site=${site}&name=${encodeURIComponent(name)}`, {
          method: 'POST',
          headers: {
            origin: from,
            authorization: `Bearer ${token}`,
            'content-type': 'application/octet-stream',
            ...more
          },
          body: new Uint8Array(bytes)
        })
      )
  }
}

const ours = { origin: 'https://chat.example.com', 'x-footbridge': 'console' }

export async function uploadBy(
  relay: RunningRelay,
  desk: Pick<Desk, 'cookie'>,
  {
    to,
    bytes,
    name = 'photo.png',
    headers = ours
  }: { to: string; bytes: Buffer; name?: string; headers?: Record<string, string> }
): Promise<FileAnswer> {
  const url = `${relay.url}/api/v1/conversations/${to}/files?name=${encodeURIComponent(name)}`
  const all = { cookie: desk.cookie, 'content-type': 'application/octet-stream', ...headers }
  return answerOf(await fetch(url, { method: 'POST', headers: all, body: new Uint8Array(bytes) }))
}

/** Somebody who asked for a person, and whom Anna has. */
export async function taken(relay: RunningRelay, site = 'files'): Promise<Guest & { anna: Desk }> {
  const nth = relay.platform.calls.filter(({ path }) => path === '/conversations').length + 1
  const one = await guest(relay, site)
  const theirs = `cv_${nth}`
  await until(() => relay.platform.calls.some(({ path }) => path === `/conversations/${theirs}/messages`))
  const payload = { conversation: { id: theirs }, handover: { metadata: {} } }
  await relay.webhook({
    app: { teamId: 'tm_1', botId: 'bt_1' },
    webhook: { id: 'wh_1', version: 'v1' },
    events: [{ id: `ev_${theirs}`, timestamp: 1, type: 'conversation:handover', payload }]
  })
  const anna = await signIn(relay, 'anna')
  const answer = await anna.ask('POST', `/conversations/${one.conversation}/take`)
  if (answer.status !== 200) throw new Error(await answer.text())
  return { ...one, anna }
}
