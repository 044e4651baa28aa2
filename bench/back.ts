import type { Server } from 'node:http'
import { parseArgs } from 'node:util'
import { at, textAt } from './json.ts'
import { createPost } from './post.ts'
import { createJsonServer } from './serve.ts'

/** The side of a bare relay that faces the bot: the same calls as Footbridge makes, and nothing stored or checked. */
export interface Back {
  server: Server
  port: number
  /** What a visitor said, on to the bot. */
  say(conversation: string, text: string): void
}

/** `show` takes what the bot says; it is acknowledged at once. */
export function createBack(show: (conversation: string, content: unknown) => void): Back {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, bot: { type: 'string' }, connections: { type: 'string' } }
  })
  const post = createPost(values.bot ?? '', Number(values.connections))
  const failed = (error: unknown) => void process.stderr.write(`a call to the bot failed: ${String(error)}\n`)

  const server = createJsonServer((_, body) => {
    const events = at(body, 'events')
    for (const event of Array.isArray(events) ? events : []) take(at(event, 'payload'))
    return { status: 200, body: '{}' }
  })

  function take(payload: unknown): void {
    const conversation = textAt(payload, 'conversation', 'id')
    const message = at(payload, 'message')
    show(conversation, at(message, 'content'))
    const delivery = { state: 'success', message }
    post(`/conversations/${conversation}/delivery`, { delivery }).catch(failed)
  }

  return {
    server,
    port: Number(values.port),
    say(conversation, text) {
      const body = { author: { type: 'user' }, content: { type: 'text', text } }
      post(`/conversations/${conversation}/messages`, body).catch(failed)
    }
  }
}
