/** Every way in which a file is not taken, with the HTTP status that answers it and the words for whoever sent it. */
export const fileRefusals = {
  unknown: { status: 404, says: 'there is no such conversation' },
  off: { status: 403, says: 'files cannot be sent here' },
  notYours: { status: 409, says: 'another agent has the visitor' },
  noAgent: { status: 409, says: 'files can be sent while an agent has the conversation' },
  closed: { status: 409, says: 'the conversation is closed' },
  tooLarge: { status: 413, says: 'the file is too large' },
  empty: { status: 422, says: 'the file is empty' },
  type: { status: 415, says: 'files of this type cannot be sent' },
  broken: { status: 422, says: 'the file is damaged' },
  pixels: { status: 422, says: 'the picture has too many pixels' },
  tooMany: { status: 429, says: 'too many files were sent; try again later' },
  brokenOff: { status: 400, says: 'the file broke off on its way' },
  notStored: { status: 503, says: 'the file was not stored; try again' }
} as const satisfies Record<string, { status: number; says: string }>

export type FileRefusal = keyof typeof fileRefusals
