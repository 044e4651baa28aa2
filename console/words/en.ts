import { duration } from './duration.ts'
import { signInWords } from './sign-in.ts'
import { size } from './size.ts'

/** Every word of the console that a person reads. */
export const words = {
  title: 'Footbridge',
  console: 'Footbridge console',
  loading: 'Loading…',
  pageFailed: 'This page could not be loaded.',

  signIn: signInWords,

  bar: {
    presence: 'Available',
    available: 'Available',
    away: 'Away',
    presenceHint: 'While you are available, visitors can be handed over to you',
    keys: 'Keyboard shortcuts',
    settings: 'Sound and notifications',
    signOut: 'Sign out',
    notSignedOut: 'You could not be signed out, so you may still be signed in here. Try again in a moment.',
    trouble: 'The connection is lost. Trying to get it back…',
    dismiss: 'Dismiss'
  },

  lists: {
    landmark: 'Conversations',
    waiting: 'Queue',
    mine: 'Mine',
    all: 'All',
    unread: (count: number) => `${count} unread`,
    waitingCount: (count: number) => (count === 1 ? '1 waiting' : `${count} waiting`),
    empty: {
      waiting: 'Nobody is waiting.',
      mine: 'You have no conversations. Take one from the queue.',
      all: 'No conversations yet.'
    },
    hint: {
      waiting: 'Whoever the bot hands over appears here at once.',
      mine: 'What you take, or what is transferred to you, appears here.',
      all: 'Every conversation of every site appears here.'
    },
    failed: 'The list could not be loaded.',
    retry: 'Try again',
    visitor: 'Visitor',
    waitsFor: (since: string) => `waiting ${since}`,
    with: (name: string) => `with ${name}`
  },

  phases: { bot: 'Bot', waiting: 'Waiting', agent: 'Agent', closed: 'Closed' },

  column: {
    landmark: 'Open conversations',
    none: 'No conversation is open',
    noneHint: 'Choose one from the list, or press N to take whoever has waited longest.',
    back: 'Back to the list',
    leave: 'Close this column',
    take: 'Take',
    handback: 'Hand back',
    transfer: 'Transfer',
    close: 'End',
    takenBy: (name: string) => `${name} was a moment before you: the conversation is with them.`,
    refused: (says: string | undefined) => `That was not done${says === undefined ? '.' : `: ${says}.`}`,
    unreachable: 'The relay cannot be reached, so that was not done. Try again in a moment.',
    notYours: (name: string, why: string) => `${name} is not with you any more, so nothing was done. ${why}`,
    transferred: (name: string) => `Transferred to ${name}.`,
    nobodyWaits: 'Nobody is waiting.',
    nothingUnread: 'Nothing is unread.'
  },

  about: {
    summary: 'About this conversation',
    short: 'About',
    reason: 'Why the bot asked for a person',
    site: 'Site',
    bot: 'Bot',
    page: 'Page',
    email: 'Email',
    opened: 'Opened',
    with: 'With',
    on: (platform: string) => `on ${platform}`,
    waits: 'Waiting since',
    until: 'Back to the bot at'
  },

  log: {
    label: (name: string) => `Conversation with ${name}`,
    loading: 'Loading the conversation…',
    earlier: 'Loading earlier entries…',
    failed: 'The conversation could not be loaded.',
    retry: 'Try again',
    latest: 'Newest',
    fresh: (count: number) => (count === 1 ? '1 new' : `${count} new`),
    you: 'You',
    bot: 'Bot',
    agent: 'Agent',
    system: 'System',
    note: 'Internal note',
    noteBy: (name: string) => `${name} · internal note`,
    chose: 'chose',
    read: 'Read',
    undelivered: 'Not delivered',
    typing: (name: string) => `${name} is typing…`,
    opened: 'The conversation began',
    handover: 'The bot asked for a person',
    taken: (name: string) => `${name} took the conversation`,
    takenOn: (name: string, on: string) => `${name} took the conversation on ${on}`,
    handback: {
      agent: 'Handed back to the bot',
      nobody: 'Back with the bot: nobody is there',
      late: 'Back with the bot: nobody took it in time',
      bot: 'Back with the bot: it spoke again',
      visitor: 'Back with the bot: the visitor asked for it'
    },
    closed: 'The conversation ended',
    erased: 'All that was said here was erased',
    rated: (score: number) => `Rated ${score} of 5`,
    page: (page: string) => `Went to ${page}`,
    named: (name: string) => `Is known as ${name}`,
    image: 'Image',
    file: 'File',
    save: (name: string) => `Save ${name}`,
    place: 'Place',
    opensElsewhere: (label: string) => `${label} (opens in a new tab)`
  },

  composer: {
    say: 'Reply',
    note: 'Note',
    mode: 'What you write',
    sayLabel: (name: string) => `Reply to ${name}`,
    noteLabel: (name: string) => `Internal note about ${name}`,
    sayHint: 'Write a reply, or / for canned replies',
    noteHint: 'Write a note that only agents see',
    send: 'Send',
    keep: 'Save note',
    sending: 'Sending…',
    failed: 'Not sent.',
    again: 'Try again',
    discard: 'Discard',
    tooLong: 'That is longer than this site takes.',
    attach: 'Attach files',
    attached: 'Files to send',
    detach: (name: string) => `Remove ${name}`,
    uploadingFile: (name: string) => `${name} is on its way`,
    ready: 'Ready to send',
    readyCount: (ready: number, all: number) =>
      `${ready} of ${all} ${all === 1 ? 'file is' : 'files are'} ready to send.`,
    drop: 'Drop to attach',
    noteHasNone: 'A note has no files. Switch to Reply to attach them.',
    noFolders: 'A folder cannot be attached, only the files in it.',
    uploading: 'Files are still on their way. Send again in a moment.',
    lost: 'A file could not be uploaded. Remove it, or attach it again, and then send.',
    notUploaded: 'The relay cannot be reached. Remove the file and try again.',
    canned: 'Canned replies',
    cannedCount: (count: number) => (count === 1 ? '1 canned reply' : `${count} canned replies`),
    waiting: 'Take the conversation to reply.',
    bot: 'The bot answers until it asks for a person. You can leave a note.',
    other: (name: string) => `${name} answers. You can leave a note.`,
    closed: 'This conversation has ended.'
  },

  sheets: {
    cancel: 'Cancel',
    done: 'Done',
    close: {
      title: 'End this conversation?',
      text: (name: string) => `${name} is told that it is over. It cannot be taken up again.`,
      yes: 'End conversation'
    },
    handback: {
      title: 'Hand back to the bot',
      text: 'What you write here is for the bot: one “name: value” a line, or a plain sentence as the reason.',
      label: 'For the bot (optional)',
      yes: 'Hand back'
    },
    transfer: {
      title: 'Transfer to another agent',
      text: 'They are told at once, and the conversation moves to their list.',
      nobody: 'Nobody else is signed in.'
    },
    settings: {
      title: 'Sound and notifications',
      sound: 'Play a sound when somebody waits or writes to you',
      notify: 'Show notifications while this page is in the background',
      denied: 'The browser does not allow notifications from this page. Its site settings can change that.',
      keys: 'Single-key shortcuts'
    },
    keys: { title: 'Keyboard shortcuts', off: 'Single-key shortcuts are off; they can be turned on here.' }
  },

  keys: {
    groups: {
      everywhere: 'Everywhere',
      list: 'Lists',
      conversation: 'Conversation',
      writing: 'While writing'
    },
    help: 'Show this list',
    waiting: 'Go to the queue',
    mine: 'Go to my conversations',
    all: 'Go to all conversations',
    takeNext: 'Take whoever has waited longest',
    unread: 'Go to the next unread conversation',
    presence: 'Available or away',
    settings: 'Sound and notifications',
    signOut: 'Sign out',
    down: 'Next conversation in the list',
    up: 'Previous conversation in the list',
    open: 'Open',
    beside: 'Open beside the others',
    take: 'Take',
    reply: 'Write a reply',
    note: 'Write an internal note',
    attach: 'Go to the button that attaches files',
    canned: 'Canned replies',
    about: 'Show or hide what is known',
    handback: 'Hand back to the bot',
    transfer: 'Transfer to another agent',
    end: 'End the conversation',
    left: 'Column to the left',
    right: 'Column to the right',
    leave: 'Close the column',
    newest: 'Go to the newest entry',
    send: 'Send',
    newLine: 'New line',
    swap: 'Switch between reply and note',
    escape: 'Leave the text; what you wrote stays'
  },

  names: { escape: 'Esc', enter: 'Enter', shift: 'Shift', control: 'Ctrl' },

  news: {
    waiting: (name: string) => `${name} is waiting`,
    message: (name: string) => `${name} wrote`,
    given: (name: string) => `${name} was transferred to you`
  },

  duration,
  size,
  ago: (seconds: number) => (seconds < 60 ? 'now' : duration(seconds))
} as const
