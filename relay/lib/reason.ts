const words = new Map([
  ['ECONNREFUSED', 'the connection was refused'],
  ['ENOTFOUND', 'the host name is not known'],
  ['EAI_AGAIN', 'the name server did not answer'],
  ['EHOSTUNREACH', 'the host cannot be reached'],
  ['ENETUNREACH', 'the network cannot be reached'],
  ['ECONNRESET', 'the connection was reset'],
  ['EPIPE', 'the connection was reset'],
  ['ERR_ADDRESS_NOT_PUBLIC', 'the address is not a public one'],
  ['UND_ERR_SOCKET', 'the connection was closed'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connecting timed out'],
  ['UND_ERR_HEADERS_TIMEOUT', 'the answer timed out'],
  ['UND_ERR_BODY_TIMEOUT', 'the answer timed out'],
  ['UND_ERR_INVALID_ARG', 'the request could not be built'],
  ['UND_ERR_CLOSED', 'the relay is stopping'],
  ['UND_ERR_DESTROYED', 'the relay is stopping']
])

/** A failed call in words. Never the error's own message: it may quote the URL or the answer. */
export function reasonOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return words.get(code) ?? (/^[A-Z0-9_]{1,60}$/.test(code) ? `the call failed (${code})` : 'the call failed')
}
