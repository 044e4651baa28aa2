/** What the chat itself tells a visitor. */
export const notices = {
  offline: 'You are offline. Messages are sent when you are back.',
  typing: 'Assistant is typing…',
  looking: 'You asked for a person. We are looking for somebody.',
  joined: (name: string) => `${name} has joined the conversation.`,
  back: 'You are talking to the assistant again.',
  nobody: 'Nobody is available right now. The assistant goes on.',
  late: 'Nobody could come in time. The assistant goes on.',
  closed: 'This conversation is closed.',
  answered: 'Your answer was sent.',
  wrongEmail: 'Please write an e-mail address.',
  notStored: 'Not sent: we keep trying',
  quiet: 'Not sent: you asked for a person'
}
