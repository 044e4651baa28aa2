/** The only words that a page loads before its chat is opened. */
export const launcherWords = {
  region: 'Chat',
  open: 'Open chat',
  close: 'Close chat',
  unread: (count: number) => `Open chat, ${count} unread`,
  broken: 'The chat could not be loaded. Please try again.'
}
