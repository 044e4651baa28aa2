// The bare hop: WebSocket in, POST to the bot, its POST back, an acknowledgement, WebSocket out.
import { type WebSocket, WebSocketServer } from 'ws'
import { createBack } from './back.ts'
import { parseFrame, textAt } from './json.ts'
import { listen } from './serve.ts'

const sockets = new Map<string, WebSocket>()
const back = createBack((conversation, content) => {
  sockets.get(conversation)?.send(JSON.stringify({ type: 'message', content }))
})
const server = new WebSocketServer({ server: back.server, perMessageDeflate: false, clientTracking: false })
let count = 0

server.on('connection', socket => {
  count += 1
  const conversation = `c${count}`
  sockets.set(conversation, socket)
  socket.on('message', data => back.say(conversation, textAt(parseFrame(data), 'text')))
  socket.on('close', () => sockets.delete(conversation))
})
listen(back.server, back.port)
