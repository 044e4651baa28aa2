import type { Translation } from './en.ts'

/** German. */
export const de: Translation = {
  title: 'Chat',
  close: 'Chat schließen',
  log: 'Nachrichten',
  message: 'Nachricht',
  placeholder: 'Nachricht schreiben …',
  send: 'Senden',
  over: '{count} Zeichen zu lang|{count} Zeichen zu lang',
  earlier: 'Frühere Nachrichten werden geladen …',
  latest: 'Zum Neuesten springen',
  news: '{count} neue Nachricht|{count} neue Nachrichten',
  newFrom: 'Neue Nachricht von {name}',
  copy: 'Kopieren',
  copied: 'Kopiert',
  unfold: 'Mehr anzeigen',
  fold: 'Weniger anzeigen',
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
  notSent: 'Nicht gesendet',
  notHeard: 'Nicht zugestellt',
  retry: 'Erneut versuchen',
  discard: 'Entfernen',
  why: {
    notStored: 'wir versuchen es weiter',
    tooFast: 'wir versuchen es weiter',
    tooLong: 'zu lang',
    conflict: 'etwas ist schiefgegangen',
    closed: 'die Unterhaltung ist beendet',
    quiet: 'Sie haben um eine Person gebeten',
    noAction: 'diese Schaltfläche funktioniert nicht mehr'
  },
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
  image: 'Bild',
  file: 'Datei',
  location: 'Ort',
  map: 'Karte öffnen',
  cards: 'Karten',
  unknown: 'Diese Nachricht kann hier nicht angezeigt werden.',
  submit: 'Absenden',
  answered: 'Ihre Antwort wurde gesendet.',
  choose: 'Auswählen …',
  required: 'Bitte füllen Sie dies aus.',
  short: 'Bitte schreiben Sie mindestens {count} Zeichen.|Bitte schreiben Sie mindestens {count} Zeichen.',
  email: 'Bitte geben Sie eine E-Mail-Adresse ein.',
  rich: {
    show: 'Bild von {host} anzeigen',
    noImage: 'Das Bild konnte nicht geladen werden.',
    shut: 'Schließen',
    original: 'Original öffnen',
    previous: 'Zurück',
    next: 'Weiter',
    check: 'Bitte prüfen Sie diese Antworten:'
  },
  rating: {
    title: 'Wie war diese Unterhaltung?',
    steps: {
      one: 'Sehr schlecht',
      two: 'Schlecht',
      three: 'Mittel',
      four: 'Gut',
      five: 'Sehr gut'
    },
    text: 'Was könnten wir besser machen? (optional)',
    send: 'Senden',
    thanks: 'Danke für Ihre Bewertung.'
  },
  receipts: {
    sent: 'Gesendet',
    delivered: 'Zugestellt',
    read: 'Gelesen'
  },
  hours: {
    backAt: 'Wir sind wieder da: {when}',
    away: 'Gerade ist niemand da.'
  },
  menu: {
    title: 'Mehr',
    back: 'Zurück zum Assistenten',
    startOver: 'Neu beginnen',
    end: 'Unterhaltung beenden',
    past: 'Frühere Unterhaltungen',
    transcript: 'Unterhaltung herunterladen',
    erase: 'Meine Daten löschen'
  },
  ask: {
    no: 'Abbrechen',
    startOver: {
      title: 'Neu beginnen?',
      text: 'Diese Unterhaltung endet, und eine neue beginnt.',
      yes: 'Neu beginnen'
    },
    end: {
      title: 'Diese Unterhaltung beenden?',
      text: 'Sie können jederzeit eine neue beginnen.',
      yes: 'Unterhaltung beenden'
    },
    erase: {
      title: 'Meine Daten löschen?',
      text: 'Alles, was in diesem Chat gesagt wurde, auch früher, wird endgültig gelöscht. Niemand kann es wiederherstellen.',
      yes: 'Alles löschen'
    },
    erasing: 'Ihre Daten werden gelöscht …'
  },
  past: {
    back: 'Zurück',
    none: 'Es gibt keine früheren Unterhaltungen.',
    silent: 'Es wurde nichts gesagt.',
    loading: 'Einen Moment …'
  },
  consent: {
    title: 'Bevor wir chatten',
    agree: 'Zustimmen',
    decline: 'Nein, danke',
    more: 'Mehr erfahren'
  },
  launcher: {
    region: 'Chat',
    open: 'Chat öffnen',
    close: 'Chat schließen',
    unread: 'Chat öffnen, {count} ungelesen',
    broken: 'Der Chat konnte nicht geladen werden. Bitte versuchen Sie es noch einmal.'
  }
}
