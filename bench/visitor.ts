import { randomBytes } from 'node:crypto'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { at, parseFrame, textAt } from './json.ts'
import { type Contestant, origin, site } from './setup.ts'

/** One conversation, from the visitor's side. */
export interface Visitor {
  say(text: string): void
  /** With it the conversation can be resumed, where that can be done. */
  token: string
}

interface Ears {
  /** The bot said this. */
  heard(text: string): void
  /** The relay ended the socket, or refused something. */
  trouble(what: string): void
}

/** As the widget does; whoever is silent is cut off. */
const pingEveryMs = 20_000

type Open = (url: string, ears: Ears, token: string) => Promise<Visitor>

export const openers: Record<Contestant, Open> = {
  hop: openHop,
  footbridge: openFootbridge,
  socketio: openIo
}

function openHop(url: string, ears: Ears): Promise<Visitor> {
  return new Promise(resolve => {
    const socket = openSocket(url, ears, frame => ears.heard(textAt(frame, 'content', 'text')))
    socket.on('open', () => {
      resolve({
        token: '',
        say: text => socket.send(JSON.stringify({ type: 'say', text }))
      })
    })
  })
}

function openFootbridge(url: string, ears: Ears, held: string): Promise<Visitor> {
  return new Promise(resolve => {
    const name = randomBytes(6).toString('hex')
    let said = 0
    const socket = openSocket(url, ears, frame => {
      const type = textAt(frame, 'type')
      if (type === 'entries') hearEntries(frame, ears)
      else if (type === 'refused' || type === 'bye') ears.trouble(JSON.stringify(frame))
      else if (type === 'welcome') resolve({ ...visitor, token: textAt(frame, 'token') || held })
    })
    const send = (frame: unknown) => socket.send(JSON.stringify(frame))
    const visitor = {
      say(text: string) {
        said += 1
        send({ type: 'say', id: `${name}-${said}`, text })
      }
    }
    socket.on('open', () => {
      send({ type: 'hello', version: 1, site, ...(held && { token: held }) })
      setInterval(() => send({ type: 'ping' }), pingEveryMs).unref()
    })
  })
}

function hearEntries(frame: unknown, ears: Ears): void {
  const entries = at(frame, 'entries')
  for (const entry of Array.isArray(entries) ? entries : []) {
    if (textAt(entry, 'by') === 'bot') ears.heard(textAt(entry, 'content', 'text'))
  }
}

function openSocket(url: string, ears: Ears, hear: (frame: unknown) => void): WebSocket {
  const path = `${url.replace('http', 'ws')}/ws?site=${site}`
  const socket = new WebSocket(path, { origin, perMessageDeflate: false })
  socket.on('message', data => hear(parseFrame(data)))
  socket.on('close', code => ears.trouble(`the socket was closed with ${code}`))
  socket.on('error', error => ears.trouble(error.message))
  return socket
}

function openIo(url: string, ears: Ears): Promise<Visitor> {
  return new Promise(resolve => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
    socket.on('message', (body: unknown) => ears.heard(textAt(body, 'content', 'text')))
    socket.on('disconnect', reason => ears.trouble(`the socket was closed: ${reason}`))
    socket.on('connect_error', error => ears.trouble(error.message))
    socket.on('connect', () => {
      const say = (text: string) => void socket.emit('say', { text })
      resolve({ token: '', say })
    })
  })
}
