// The bot behind every relay: a trivial one that speaks just enough of inGenious' contract. It says each text back,
// by a webhook of its own, and keeps its next message of a conversation until the one before was acknowledged.
import { parseArgs } from 'node:util'
import { textAt } from './json.ts'
import { createPost } from './post.ts'
import { createJsonServer, listen } from './serve.ts'
import { ids } from './setup.ts'

interface Conversation {
  waiting: string[]
  unacknowledged: boolean
}

const { values } = parseArgs({
  options: { port: { type: 'string' }, webhook: { type: 'string' }, connections: { type: 'string' } }
})
const webhook = new URL(values.webhook ?? '')
const post = createPost(webhook.origin, Number(values.connections))
const conversations = new Map<string, Conversation>()
const call = /^\/conversations\/([^/]+)\/(messages|delivery)$/
const done = { status: 200, body: '{}' }
let count = 0

listen(createJsonServer(answer), Number(values.port))

function answer(path: string, body: unknown): { status: number; body: string } {
  if (path === '/conversations') {
    count += 1
    return { status: 201, body: JSON.stringify({ conversation: { id: `cv_${count}` } }) }
  }
  const [, id = '', kind] = call.exec(path) ?? []
  if (kind === 'delivery') acknowledged(id)
  else if (textAt(body, 'content', 'type') === 'text') say(id, textAt(body, 'content', 'text'))
  return done
}

function say(id: string, text: string): void {
  const conversation = conversations.get(id) ?? { waiting: [], unacknowledged: false }
  conversations.set(id, conversation)
  if (conversation.unacknowledged) conversation.waiting.push(text)
  else send(id, conversation, text)
}

function acknowledged(id: string): void {
  const conversation = conversations.get(id)
  if (!conversation) return
  conversation.unacknowledged = false
  const next = conversation.waiting.shift()
  if (next !== undefined) send(id, conversation, next)
}

function send(id: string, conversation: Conversation, text: string): void {
  Object.assign(conversation, { unacknowledged: true })
  count += 1
  const message = { id: `ms_${count}`, author: { type: 'chatbot' }, content: { type: 'text', text } }
  const payload = { conversation: { id }, message }
  const event = { id: `ev_${count}`, timestamp: Date.now(), type: 'conversation:message', payload }
  const body = { ...ids, events: [event] }
  post(webhook.pathname, body).then(
    status => {
      if (status !== 200) process.stderr.write(`the webhook answered ${status}\n`)
    },
    (error: unknown) => process.stderr.write(`the webhook failed: ${String(error)}\n`)
  )
}
