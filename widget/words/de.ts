import type { Translation } from './en.ts'

/** German. */
export const de: Translation = {
  title: 'Chat',
  close: 'Chat schließen',
  more: 'Mehr',
  log: 'Nachrichten',
  message: 'Nachricht',
  placeholder: 'Nachricht schreiben …',
  send: 'Senden',
  over: '{count} Zeichen zu lang|{count} Zeichen zu lang',
  by: '{name} sagt:',
  you: 'Sie',
  bot: 'Assistent',
  agent: 'Support',
  looking: 'Wir suchen jemanden für Sie …',
  empty: 'Wie können wir helfen?',
  connecting: 'Verbindung wird hergestellt …',
  offline: 'Sie sind offline. Nachrichten werden gesendet, sobald Sie wieder verbunden sind.',
  stopped: {
    version: 'Dieser Chat wurde aktualisiert. Bitte laden Sie die Seite neu.',
    site: 'Der Chat ist auf dieser Seite nicht verfügbar.',
    other: 'Etwas ist schiefgegangen. Bitte laden Sie die Seite neu.'
  },
  typing: '{name} schreibt …',
  sending: 'Wird gesendet …',
  waiting: 'Wartet auf den Versand',
  handover: 'Sie haben um eine Person gebeten. Wir suchen jemanden.',
  taken: '{name} ist der Unterhaltung beigetreten.',
  handback: {
    agent: 'Sie sprechen wieder mit dem Assistenten.',
    nobody: 'Gerade ist niemand verfügbar. Der Assistent macht weiter.',
    late: 'Niemand konnte rechtzeitig kommen. Der Assistent macht weiter.',
    bot: 'Der Assistent hat wieder übernommen.',
    visitor: 'Sie sprechen wieder mit dem Assistenten.'
  },
  closed: 'Diese Unterhaltung ist beendet.',
  fresh: 'Neue Unterhaltung beginnen',
  replies: 'Vorgeschlagene Antworten',
  unknown: 'Diese Nachricht kann hier nicht angezeigt werden.',
  receipts: {
    sent: 'Gesendet',
    delivered: 'Zugestellt',
    read: 'Gelesen'
  },
  launcher: {
    open: 'Chat öffnen',
    unread: 'Chat öffnen, {count} ungelesen'
  }
}
