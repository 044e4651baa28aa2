/** Every word of a timeline. */
export const timelineWords = {
  back: 'Back to the search',
  openAtDesk: 'Open at the desk',
  lead: 'What happened to each entry. The scale is logarithmic and the same for all of them.',
  opened: 'Opened',
  earlier: 'Earlier entries',
  later: 'Later entries',
  part: (from: number, to: number, head: number) => `Entries ${from} to ${to} of ${head}`,
  none: 'Nothing has happened here yet.',
  totals: {
    entries: 'Entries',
    attempts: 'Calls',
    failed: 'Not taken',
    waiting: 'Still owed',
    dead: 'Dead letters',
    median: 'Median delivery',
    slowest: 'Slowest delivery'
  },
  legend: 'Legend',
  inks: {
    writes: 'Written to disk',
    waits: 'Waits',
    well: 'Taken',
    again: 'Tried again',
    lost: 'Refused'
  },
  marks: {
    accepted: 'Accepted',
    committed: 'Committed',
    taken: 'Acknowledged',
    dead: 'Given up on',
    dropped: 'Dropped',
    shown: 'Shown',
    read: 'Read'
  },
  relay: 'Relay',
  visitor: 'Visitor',
  by: { visitor: 'Visitor', bot: 'Bot', agent: 'Agent', system: 'System' },
  kinds: {
    opened: 'The conversation began',
    handover: 'The bot asked for a person',
    taken: 'An agent took it',
    handback: 'Back with the bot',
    undelivered: 'Something was not delivered',
    closed: 'The conversation ended',
    rated: 'The visitor rated it',
    page: 'The visitor went to another page',
    named: 'The visitor is known by name',
    note: 'Internal note',
    erased: 'Everything before was erased',
    postback: 'Chose an action',
    message: 'A message without words'
  },
  tries: (count: number) => (count === 1 ? '1 call' : `${count} calls`),
  atOnce: '< 1 ms',
  states: { owed: 'still owed', done: 'taken', dead: 'dead letter', dropped: 'dropped' },
  steps: 'Every step',
  columns: { at: 'Time', after: 'After', what: 'What', answer: 'Status', took: 'Took', why: 'Why' },
  what: {
    accepted: 'Accepted by the relay',
    committed: 'Committed to disk',
    shown: 'Shown in the visitor’s widget',
    read: 'Read by the visitor',
    owed: (to: string) => `Owed to ${to}`,
    acknowledged: (to: string) => `Acknowledged by ${to}`,
    dead: (to: string) => `Given up on for ${to}`,
    dropped: (to: string) => `Dropped for ${to} by an operator`,
    attempt: (nth: number, to: string) => `Sent to ${to}, call ${nth}`
  },
  outcomes: {
    taken: 'taken',
    linked: 'linked: it told its own id',
    later: 'to be tried again',
    unknown: 'nobody knows whether it arrived',
    lost: 'the relay died meanwhile',
    refused: 'refused for good',
    gone: 'it wants no more of this'
  }
} as const
