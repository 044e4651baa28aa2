import { recordWords, visitorWords } from './records.ts'
import { subscriptionWords } from './subscriptions.ts'
import { timelineWords } from './timeline.ts'

/** Every word of the operators' pages. */
export const operatorWords = {
  pages: {
    landmark: 'Pages',
    desk: 'Desk',
    conversations: 'Conversations',
    health: 'Health',
    'dead-letters': 'Dead letters',
    subscriptions: 'Subscriptions',
    records: 'Records'
  },

  keys: {
    title: 'For operators',
    conversations: 'Go to the search',
    health: 'Go to the health of the platforms',
    'dead-letters': 'Go to the dead letters',
    subscriptions: 'Go to the subscriptions',
    records: 'Go to the audit log and retention',
    search: 'Write what to search for',
    nextLine: 'Next line of the page',
    lastLine: 'Previous line of the page',
    allLines: 'Show or hide every detail',
    again: 'Read the page again'
  },

  standing: {
    loading: 'Loading…',
    forbidden: 'Your account may not see this. Ask whoever runs this relay for the role of an operator.',
    unknown: 'There is no such thing: it may have been erased.',
    unreachable: 'The relay cannot be reached. What you see may be old.',
    failed: 'The relay could not answer that just now.',
    retry: 'Try again',
    resting: 'This page rests: nobody has touched it for a while. Press R to read it again.',
    busy: 'Something else is still being done. Try again in a moment.',
    notKnown:
      'The relay has not answered, so it is not known whether that was done. Look before you do it again.',
    notDone: (says: string | undefined) => `That was not done${says === undefined ? '.' : `: ${says}.`}`
  },

  search: {
    title: 'Conversations',
    lead: 'Every word that was said, in any script. Without words, the newest conversations.',
    text: 'Words',
    textHint: 'What was said',
    site: 'Site',
    platform: 'Platform',
    platformHint: 'bots/support',
    phase: 'Phase',
    any: 'Any',
    from: 'From',
    to: 'To',
    submit: 'Search',
    results: 'What was found',
    count: (count: number, more: boolean) =>
      count === 1 && !more ? '1 conversation' : `${count}${more ? ' or more' : ''} conversations`,
    none: 'Nothing was found.',
    noneHint: 'Try fewer words, or the beginning of one, or leave out a filter.',
    more: 'Show more',
    indexed: (share: number) =>
      `${Math.floor(share * 100)}% of all that was ever said has been looked through so far.`
  },

  timeline: timelineWords,
  records: recordWords,
  visitor: visitorWords,

  health: {
    title: 'Health',
    lead: 'The last hour, by the minute.',
    since: (moment: string) => `Nothing is known from before ${moment}.`,
    none: 'No platform is configured.',
    total: 'All together',
    states: { well: 'Well', again: 'With errors', lost: 'Dead letters' },
    kinds: { bot: 'Bot', channel: 'Channel', subscriber: 'Subscriber', other: 'Destination' },
    calls: 'Calls',
    errors: 'Errors',
    share: (percent: string) => `${percent}%`,
    theirs: 'They take',
    ours: 'We take',
    p99: (most: string) => `p99 ${most}`,
    webhooks: 'Webhooks',
    owed: (count: string) => `${count} owed`,
    lanes: 'Lanes waiting',
    oldest: 'Oldest owed',
    dead: 'Dead letters',
    nothing: '–',
    chart: {
      calls: 'Calls and errors a minute',
      times: 'How long calls take'
    },
    curves: {
      calls: 'Calls',
      errors: 'Errors',
      p50Ms: 'Theirs, p50',
      p99Ms: 'Theirs, p99',
      oursP50Ms: 'Ours, p50',
      oursP99Ms: 'Ours, p99',
      webhooks: 'Webhooks',
      webhooksP99Ms: 'Webhooks, p99'
    },
    chartOf: (what: string, platform: string) =>
      `${what}: ${platform}, the last hour. The table below says the same.`,
    table: 'As a table',
    tableOf: (what: string, platform: string) => `${what}: ${platform}`,
    minute: 'Minute',
    quiet: 'Nothing in the last hour.',
    noChart: 'The chart could not be loaded; the table has the same numbers.'
  },

  letters: {
    title: 'Dead letters',
    lead: 'What the relay has given up on. Mend the reason first, then revive; or drop it for good.',
    none: 'There are no dead letters.',
    noneHint: 'What the relay gives up on appears here, with its reason.',
    all: 'Choose all',
    chosen: (count: number) => `${count} chosen`,
    choose: (seq: number, to: string) => `Entry ${seq} for ${to}`,
    revive: 'Revive',
    reviveChosen: (count: number) => `Revive ${count}`,
    reviveAll: (count: number, to: string) => `Revive all ${count} of ${to}`,
    drop: 'Drop…',
    dropChosen: (count: number) => `Drop ${count}…`,
    entry: (seq: number) => `Entry ${seq}`,
    timeline: 'Timeline',
    tried: (count: number) => (count === 1 ? 'tried once' : `tried ${count} times`),
    showCall: 'Show the call',
    hideCall: 'Hide the call',
    call: 'The call, as it would be made now',
    noCall: 'Its destination is no longer configured, or would make no call.',
    revived: (count: number) => (count === 1 ? '1 is owed again.' : `${count} are owed again.`),
    dropped: (count: number) => (count === 1 ? '1 was dropped.' : `${count} were dropped.`),
    most: (count: number) => `These are the newest ${count}; there may be more.`,
    sheet: {
      title: (count: number) => (count === 1 ? 'Drop this dead letter?' : `Drop ${count} dead letters?`),
      text: 'It is given up on for good. Its timeline says why and when.',
      reason: 'Why',
      cancel: 'Cancel',
      yes: 'Drop'
    }
  },

  subscriptions: subscriptionWords
} as const
