/** Every word about what is kept, for how long, for whom, and who did what. */
export const recordWords = {
  title: 'Records',
  lead: 'What is kept for how long, and who did what.',
  retention: {
    title: 'Retention',
    table: 'Sites',
    none: 'No site sets how long it keeps conversations: they are kept until somebody erases them.',
    site: 'Site',
    days: 'Kept for',
    daysOf: (days: number) => (days === 1 ? '1 day' : `${days} days`),
    state: 'Last round',
    states: { waiting: 'Finished', running: 'Under way', failed: 'Not finished' },
    never: 'Not yet',
    progress: (site: string) => `How far the round of ${site} is`,
    looked: (looked: number, found: number) => `${looked} of ${found} looked at`,
    erased: 'Erased since the start'
  },
  deeds: {
    title: 'Audit log',
    table: 'Deeds',
    lead: 'Each line was written before anything was done. Nobody changes or erases it here.',
    none: 'Nobody has done anything yet.',
    more: 'Show older',
    columns: { at: 'When', who: 'Who', what: 'What', about: 'About', from: 'From', fate: 'Outcome' },
    fates: {
      done: 'Done',
      refused: 'Refused',
      unknown: 'Not known: under way, or the relay ended meanwhile'
    },
    program: 'The API token'
  },
  /** By the path of the API. */
  did: new Map([
    ['sign-in', 'Signed in'],
    ['accounts', 'Changed accounts'],
    ['/presence', 'Came or went away'],
    ['/conversations/:id/take', 'Took a conversation'],
    ['/conversations/:id/say', 'Wrote to a visitor'],
    ['/conversations/:id/files', 'Uploaded a file'],
    ['/conversations/:id/file', 'Sent a file'],
    ['/conversations/:id/note', 'Wrote a note'],
    ['/conversations/:id/transfer', 'Transferred a conversation'],
    ['/conversations/:id/handback', 'Handed back to the bot'],
    ['/conversations/:id/close', 'Closed a conversation'],
    ['/dead-letters/:id/revive', 'Revived a dead letter'],
    ['/dead-letters/revive', 'Revived dead letters'],
    ['/dead-letters/:id/drop', 'Dropped a dead letter'],
    ['/subscriptions/:id/enable', 'Enabled a subscription'],
    ['/subscriptions/:id/disable', 'Disabled a subscription'],
    ['/subscriptions/:id/replay', 'Replayed to a subscription'],
    ['/subscriptions/:id/rotate', 'Rotated a subscription’s secret'],
    ['/visitors/:id/export', 'Exported a visitor’s data'],
    ['/visitors/:id/erase', 'Erased a visitor']
  ])
} as const

export const visitorWords = {
  export: 'Export…',
  erase: 'Erase…',
  exportSheet: {
    title: 'Export this visitor’s data',
    text: 'All that is kept of this visitor, over all their conversations, and nothing of anybody else. That you exported it is written to the audit log.',
    formats: {
      json: 'JSON, complete, for programs',
      html: 'HTML, to read or print',
      text: 'Plain text',
      csv: 'CSV, for a spreadsheet'
    },
    close: 'Close'
  },
  eraseSheet: {
    title: 'Erase this visitor?',
    text: 'Everything in all their conversations, on every device, is erased at once: what was said, their files, and what is still owed of them. It cannot be taken back. The log keeps a tombstone, and subscribers are told.',
    cancel: 'Cancel',
    yes: 'Erase for good'
  },
  erased: (count: number) =>
    count === 1
      ? 'The visitor’s conversation was erased.'
      : `The visitor’s ${count} conversations were erased.`
} as const
