import type { Spoken, Translated } from './speak.ts'

/**
 * Every word the chat shows. `{name}` is filled in; `one|other` are the forms for one and for more, in the order of
 * the language's own plural rules.
 */
export const en = {
  title: 'Chat',
  close: 'Close chat',
  log: 'Messages',
  message: 'Message',
  placeholder: 'Write a message…',
  send: 'Send',
  over: '{count} character too long|{count} characters too long',
  earlier: 'Loading earlier messages…',
  latest: 'Jump to latest',
  news: '{count} new message|{count} new messages',
  newFrom: 'New message from {name}',
  copy: 'Copy',
  copied: 'Copied',
  unfold: 'Show more',
  fold: 'Show less',
  by: '{name} said:',
  you: 'You',
  bot: 'Assistant',
  agent: 'Support',
  looking: 'Looking for a person…',
  empty: 'How can we help?',
  connecting: 'Connecting…',
  offline: 'You are offline. Messages are sent when you are back.',
  stopped: {
    version: 'This chat has been updated. Please reload the page.',
    site: 'The chat is not available on this page.',
    other: 'Something went wrong. Please reload the page.'
  },
  typing: '{name} is typing…',
  sending: 'Sending…',
  waiting: 'Waiting to be sent',
  notSent: 'Not sent',
  notHeard: 'Not delivered',
  retry: 'Try again',
  discard: 'Remove',
  why: {
    notStored: 'we keep trying',
    tooFast: 'we keep trying',
    tooLong: 'too long',
    conflict: 'something went wrong',
    closed: 'the conversation is closed',
    quiet: 'you asked for a person',
    noAction: 'this button no longer works'
  },
  handover: 'You asked for a person. We are looking for somebody.',
  taken: '{name} has joined the conversation.',
  handback: {
    agent: 'You are talking to the assistant again.',
    nobody: 'Nobody is available right now. The assistant goes on.',
    late: 'Nobody could come in time. The assistant goes on.',
    bot: 'The assistant has taken over again.',
    visitor: 'You are talking to the assistant again.'
  },
  closed: 'This conversation is closed.',
  fresh: 'Start a new conversation',
  replies: 'Suggested replies',
  image: 'Image',
  file: 'File',
  location: 'Location',
  map: 'Open the map',
  cards: 'Cards',
  unknown: 'This message cannot be shown here.',
  submit: 'Submit',
  answered: 'Your answer was sent.',
  choose: 'Choose…',
  required: 'Please fill this in.',
  short: 'Please write at least {count} character.|Please write at least {count} characters.',
  email: 'Please write an e-mail address.',
  rich: {
    show: 'Show the image from {host}',
    noImage: 'The image could not be loaded.',
    shut: 'Close',
    original: 'Open the original',
    previous: 'Previous',
    next: 'Next',
    check: 'Please check these answers:'
  },
  rating: {
    title: 'How was this conversation?',
    steps: { one: 'Very bad', two: 'Bad', three: 'Fair', four: 'Good', five: 'Very good' },
    text: 'What could we do better? (optional)',
    send: 'Send',
    thanks: 'Thank you for your rating.'
  },
  receipts: { sent: 'Sent', delivered: 'Delivered', read: 'Read' },
  hours: { backAt: 'We are back: {when}', away: 'Nobody is here right now.' },
  menu: {
    title: 'More',
    back: 'Back to the assistant',
    startOver: 'Start over',
    end: 'End conversation',
    past: 'Earlier conversations',
    transcript: 'Download conversation',
    erase: 'Erase my data'
  },
  ask: {
    no: 'Cancel',
    startOver: {
      title: 'Start over?',
      text: 'This conversation ends, and a new one begins.',
      yes: 'Start over'
    },
    end: {
      title: 'End this conversation?',
      text: 'You can begin a new one at any time.',
      yes: 'End conversation'
    },
    erase: {
      title: 'Erase my data?',
      text: 'Everything said in this chat, also earlier, is deleted for good. Nobody can bring it back.',
      yes: 'Erase everything'
    },
    erasing: 'Your data is being erased…'
  },
  past: {
    back: 'Back',
    none: 'There are no earlier conversations.',
    silent: 'Nothing was said.',
    loading: 'One moment…'
  },
  consent: {
    title: 'Before we chat',
    agree: 'Agree',
    decline: 'No, thanks',
    more: 'Read more'
  },
  launcher: {
    region: 'Chat',
    open: 'Open chat',
    close: 'Close chat',
    unread: 'Open chat, {count} unread',
    broken: 'The chat could not be loaded. Please try again.'
  }
} as const

/** The same in another language: what is missing does not compile. */
export type Translation = Translated<typeof en>

/** The words as they are used, with the language that they are in. */
export type Words = Spoken<typeof en> & { readonly locale: string; readonly direction: 'ltr' | 'rtl' }
