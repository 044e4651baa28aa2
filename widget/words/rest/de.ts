import type { RestTranslation } from './en.ts'

export const de: RestTranslation = {
  earlier: 'Frühere Nachrichten werden geladen …',
  consent: {
    title: 'Bevor wir chatten',
    agree: 'Zustimmen',
    decline: 'Nein, danke',
    more: 'Mehr erfahren'
  },
  latest: 'Zum Neuesten springen',
  news: '{count} neue Nachricht|{count} neue Nachrichten',
  newFrom: 'Neue Nachricht von {name}',
  copy: 'Kopieren',
  copied: 'Kopiert',
  unfold: 'Mehr anzeigen',
  fold: 'Weniger anzeigen',
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
  image: 'Bild',
  file: 'Datei',
  location: 'Ort',
  map: 'Karte öffnen',
  cards: 'Karten',
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
  files: {
    attach: 'Dateien anhängen',
    attached: 'Dateien zum Senden',
    begun: '{name} wird hochgeladen',
    ready: '{name} kann gesendet werden',
    soon: 'Wird gesendet, sobald die Dateien da sind.',
    drop: 'Dateien hier ablegen',
    most: 'Höchstens {count} Dateien auf einmal.',
    gone: 'das hat zu lange gedauert; bitte hängen Sie die Datei noch einmal an',
    why: {
      type: 'nur {kinds} können gesendet werden',
      tooLarge: 'größer als {size}',
      empty: 'die Datei ist leer',
      broken: 'die Datei ist beschädigt',
      pixels: 'das Bild ist zu groß',
      tooFast: 'zu viele Dateien in kurzer Zeit',
      notNow: 'Dateien können gesendet werden, wenn eine Person antwortet',
      never: 'hier können keine Dateien gesendet werden',
      failed: 'konnte nicht hochgeladen werden'
    }
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
  hours: {
    backAt: 'Wir sind wieder da: {when}',
    away: 'Gerade ist niemand da.'
  },
  menu: {
    back: 'Zurück zum Assistenten',
    startOver: 'Neu beginnen',
    end: 'Unterhaltung beenden',
    past: 'Frühere Unterhaltungen',
    transcript: 'Unterhaltung herunterladen',
    window: 'In eigenem Fenster öffnen',
    sound: 'Ton',
    notify: 'Benachrichtigen',
    erase: 'Meine Daten löschen'
  },
  told: {
    noWindow:
      'Ihr Browser hat das Fenster nicht geöffnet. Erlauben Sie Pop-ups für diese Seite und versuchen Sie es noch einmal.',
    noNotify:
      'Ihr Browser blockiert Benachrichtigungen dieser Seite. In seinen Einstellungen können Sie sie erlauben.'
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
  }
}
