/**
 * What the widget does next: connect again by and by, say hello without its token, ask the page for a new identity, or
 * give up.
 */
export type Then = 'retry' | 'hello' | 'identity' | 'stop'

/** Every way the relay ends a socket. The widget acts on `then`, never on the number. */
export const byes = {
  restarting: { code: 1012, then: 'retry', means: 'the relay is going down and comes back' },
  broken: { code: 1011, then: 'retry', means: 'a fault of the relay' },
  notReady: { code: 4503, then: 'retry', means: 'the relay cannot store anything just now' },
  silent: { code: 4408, then: 'retry', means: 'nothing was heard for too long' },
  slow: { code: 4413, then: 'retry', means: 'the reader fell too far behind' },
  tooFast: { code: 4429, then: 'retry', means: 'too many frames' },
  noHello: { code: 4400, then: 'retry', means: 'no hello came in time' },
  token: { code: 4401, then: 'hello', means: 'the token is not known here' },
  erased: { code: 4410, then: 'hello', means: 'the visitor was erased, as was asked' },
  identity: { code: 4403, then: 'identity', means: 'no valid identity, where one is needed or was given' },
  badFrame: { code: 4402, then: 'stop', means: 'a frame that the protocol does not allow' },
  version: { code: 4406, then: 'stop', means: 'this version of the widget is no longer served' },
  site: { code: 4404, then: 'stop', means: 'no such site for this page' }
} as const satisfies Record<string, { code: number; then: Then; means: string }>
export type Bye = keyof typeof byes
