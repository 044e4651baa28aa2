import { z } from 'zod'
import { conversationId } from '#shared/ids.ts'
import { fileRefusals } from '../files/refusal.ts'
import type { Sender, Uploaded, Uploads } from '../files/uploads.ts'
import type { Actor } from './access/door.ts'
import { type ApiAnswer, type ApiRoute, badRequest } from './answers.ts'

const uploadQuery = z.object({ name: z.string().max(1_000).default('') })

export const senderOf = ({ name, shown }: Actor): Sender => ({ is: 'agent', account: name, shown })

/** The bytes are the body, whatever they are; what was taken is not said yet. */
export const fileRoutes = (uploads: Pick<Uploads, 'put'>): readonly ApiRoute[] => [
  {
    for: 'agent',
    method: 'POST',
    path: '/conversations/:id/files',
    raw: true,
    async run({ by, params, query, upload }) {
      const id = conversationId.safeParse(params['id'])
      const read = uploadQuery.safeParse(query)
      if (!id.success || !read.success) return badRequest(read.error ?? id.error)
      return uploadAnswer(await uploads.put(senderOf(by), id.data, { called: read.data.name, ...upload }))
    }
  }
]

/** What became of it, for agents and visitors alike. */
export function uploadAnswer(uploaded: Uploaded): ApiAnswer {
  if (uploaded.kind === 'refused') {
    const { status, says } = fileRefusals[uploaded.why]
    const { by } = uploaded
    return { status, body: { error: uploaded.why, says, ...(by !== undefined && { by }) } }
  }
  const { id, name, type, size, width, height } = uploaded.facts
  return { status: 201, body: { file: { id, name, type, size, width, height } } }
}
