import type { en as rest } from './rest/en.ts'
import type { Spoken, Translated } from './speak.ts'

/**
 * Every word the chat shows. `{name}` is filled in; `one|other` are the forms for one and for more, in the order of
 * the language's own plural rules.
 */
export const en = {
  title: 'Chat',
  close: 'Close chat',
  more: 'More',
  log: 'Messages',
  message: 'Message',
  placeholder: 'Write a message…',
  send: 'Send',
  over: '{count} character too long|{count} characters too long',
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
  unknown: 'This message cannot be shown here.',
  receipts: { sent: 'Sent', delivered: 'Delivered', read: 'Read' },
  launcher: {
    open: 'Open chat',
    unread: 'Open chat, {count} unread'
  }
} as const

/** The same in another language: what is missing does not compile. */
export type Translation = Translated<typeof en>

/** What there is of the words before any part. */
export type FirstWords = Spoken<typeof en> & { readonly locale: string; readonly direction: 'ltr' | 'rtl' }

/** The words as they are used, with the language that they are in. The rest comes with the parts that use it. */
export type Words = FirstWords & Spoken<typeof rest>
