/** The only words that a page loads before its chat is opened; the chat has them in the visitor's language. */
export const launcherWords = {
  region: 'Chat',
  open: 'Open chat',
  broken: 'The chat did not load. Try again.'
}
