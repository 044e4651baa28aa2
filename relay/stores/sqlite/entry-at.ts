/** The number of an entry, as SQL: by it is found whatever belongs to it. */
export const entryAt = (conversation: string, seq: string): string =>
  `(SELECT e.id FROM entry e WHERE e.conversation = ${conversation} AND e.seq = ${seq})`
