import type { Translation } from './en.ts'

/** Dutch. */
export const nl: Translation = {
  title: 'Chat',
  close: 'Chat sluiten',
  more: 'Meer',
  log: 'Berichten',
  message: 'Bericht',
  placeholder: 'Schrijf een bericht…',
  send: 'Verzenden',
  over: '{count} teken te lang|{count} tekens te lang',
  by: '{name} zei:',
  you: 'U',
  bot: 'Assistent',
  agent: 'Support',
  looking: 'We zoeken iemand voor u…',
  empty: 'Hoe kunnen we helpen?',
  connecting: 'Verbinden…',
  offline: 'U bent offline. Berichten worden verzonden zodra u weer online bent.',
  stopped: {
    version: 'Deze chat is bijgewerkt. Laad de pagina opnieuw.',
    site: 'De chat is niet beschikbaar op deze pagina.',
    other: 'Er ging iets mis. Laad de pagina opnieuw.'
  },
  typing: '{name} is aan het typen…',
  sending: 'Verzenden…',
  waiting: 'Wacht op verzending',
  handover: 'U vroeg om een medewerker. We zoeken iemand.',
  taken: '{name} neemt nu deel aan het gesprek.',
  handback: {
    agent: 'U praat weer met de assistent.',
    nobody: 'Er is nu niemand beschikbaar. De assistent gaat verder.',
    late: 'Niemand kon op tijd komen. De assistent gaat verder.',
    bot: 'De assistent heeft het weer overgenomen.',
    visitor: 'U praat weer met de assistent.'
  },
  closed: 'Dit gesprek is gesloten.',
  fresh: 'Nieuw gesprek beginnen',
  replies: 'Voorgestelde antwoorden',
  unknown: 'Dit bericht kan hier niet worden getoond.',
  receipts: {
    sent: 'Verzonden',
    delivered: 'Bezorgd',
    read: 'Gelezen'
  },
  launcher: {
    open: 'Chat openen',
    unread: 'Chat openen, {count} ongelezen'
  }
}
