import type { Translated } from '../speak.ts'

/** The words of parts that come later, and with the first of them. */
export const en = {
  earlier: 'Loading earlier messages…',
  consent: {
    title: 'Before we chat',
    agree: 'Agree',
    decline: 'No, thanks',
    more: 'Read more'
  },
  latest: 'Jump to latest',
  news: '{count} new message|{count} new messages',
  newFrom: 'New message from {name}',
  copy: 'Copy',
  copied: 'Copied',
  unfold: 'Show more',
  fold: 'Show less',
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
  image: 'Image',
  file: 'File',
  location: 'Location',
  map: 'Open the map',
  cards: 'Cards',
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
  files: {
    attach: 'Attach files',
    attached: 'Files to send',
    begun: '{name} is on its way',
    ready: '{name} can be sent',
    soon: 'Sent as soon as the files are there.',
    drop: 'Drop files here',
    most: 'At most {count} files at a time.',
    gone: 'that took too long; please attach it again',
    why: {
      type: 'only {kinds} can be sent',
      tooLarge: 'larger than {size}',
      empty: 'the file is empty',
      broken: 'the file is damaged',
      pixels: 'the picture is too large',
      tooFast: 'too many files in a short time',
      notNow: 'files can be sent while a person answers',
      never: 'files cannot be sent here',
      failed: 'could not be uploaded'
    }
  },
  rating: {
    title: 'How was this conversation?',
    steps: { one: 'Very bad', two: 'Bad', three: 'Fair', four: 'Good', five: 'Very good' },
    text: 'What could we do better? (optional)',
    send: 'Send',
    thanks: 'Thank you for your rating.'
  },
  hours: { backAt: 'We are back: {when}', away: 'Nobody is here right now.' },
  menu: {
    back: 'Back to the assistant',
    startOver: 'Start over',
    end: 'End conversation',
    past: 'Earlier conversations',
    transcript: 'Download conversation',
    window: 'Open in a window',
    sound: 'Sound',
    notify: 'Notify me',
    erase: 'Erase my data'
  },
  told: {
    noWindow: 'Your browser kept the window from opening. Allow pop-ups for this site and try again.',
    noNotify: 'Your browser blocks notifications from this site. You can allow them in its settings.'
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
  }
} as const

export type RestTranslation = Translated<typeof en>
