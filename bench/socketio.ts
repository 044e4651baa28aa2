// The same hop with Socket.IO, connection state recovery on: it can give a visitor who comes back within two minutes
// what was missed, from memory.
import { Server } from 'socket.io'
import { createBack } from './back.ts'
import { listen } from './serve.ts'

const back = createBack((conversation, content) => {
  server.to(conversation).emit('message', { content })
})
const server = new Server(back.server, {
  transports: ['websocket'],
  perMessageDeflate: false,
  serveClient: false,
  connectionStateRecovery: {}
})
let count = 0

server.on('connection', socket => {
  count += 1
  const conversation = `c${count}`
  void socket.join(conversation)
  socket.on('say', (body: { text: string }) => back.say(conversation, body.text))
})
listen(back.server, back.port)
