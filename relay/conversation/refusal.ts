/** Every way the door says no, with the HTTP status a route answers and the words for whoever asked. */
export const refusals = {
  unknown: { status: 404, says: 'there is no such conversation' },
  conflict: { status: 409, says: 'this id was used before, for something else' },
  closed: { status: 409, says: 'the conversation is closed' },
  quiet: { status: 409, says: 'the bot is not listening while a person is asked for' },
  noAction: { status: 404, says: 'there is no such action' },
  tooLong: { status: 413, says: 'the text is too long' },
  opened: { status: 409, says: 'the conversation has been opened before' },
  taken: { status: 409, says: 'another agent has taken it' },
  notHandedOver: { status: 409, says: 'the conversation is with the bot' },
  tooLate: { status: 409, says: 'the deadline does not matter any more' }
} as const satisfies Record<string, { status: number; says: string }>

export type Refusal = keyof typeof refusals
