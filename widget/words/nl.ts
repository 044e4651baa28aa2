import type { Translation } from './en.ts'

/** Dutch. */
export const nl: Translation = {
  title: 'Chat',
  close: 'Chat sluiten',
  log: 'Berichten',
  message: 'Bericht',
  placeholder: 'Schrijf een bericht…',
  send: 'Verzenden',
  over: '{count} teken te lang|{count} tekens te lang',
  earlier: 'Eerdere berichten laden…',
  latest: 'Naar het nieuwste',
  news: '{count} nieuw bericht|{count} nieuwe berichten',
  newFrom: 'Nieuw bericht van {name}',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  unfold: 'Meer tonen',
  fold: 'Minder tonen',
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
  notSent: 'Niet verzonden',
  notHeard: 'Niet bezorgd',
  retry: 'Opnieuw proberen',
  discard: 'Verwijderen',
  why: {
    notStored: 'we blijven het proberen',
    tooFast: 'we blijven het proberen',
    tooLong: 'te lang',
    conflict: 'er ging iets mis',
    closed: 'het gesprek is gesloten',
    quiet: 'u vroeg om een medewerker',
    noAction: 'deze knop werkt niet meer'
  },
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
  image: 'Afbeelding',
  file: 'Bestand',
  location: 'Locatie',
  map: 'Kaart openen',
  cards: 'Kaarten',
  unknown: 'Dit bericht kan hier niet worden getoond.',
  submit: 'Versturen',
  answered: 'Uw antwoord is verzonden.',
  choose: 'Kiezen…',
  required: 'Vul dit in.',
  short: 'Schrijf minstens {count} teken.|Schrijf minstens {count} tekens.',
  email: 'Vul een e-mailadres in.',
  rich: {
    show: 'Afbeelding van {host} tonen',
    noImage: 'De afbeelding kon niet worden geladen.',
    shut: 'Sluiten',
    original: 'Origineel openen',
    previous: 'Vorige',
    next: 'Volgende',
    check: 'Controleer deze antwoorden:'
  },
  rating: {
    title: 'Hoe was dit gesprek?',
    steps: {
      one: 'Heel slecht',
      two: 'Slecht',
      three: 'Redelijk',
      four: 'Goed',
      five: 'Heel goed'
    },
    text: 'Wat kunnen we beter doen? (optioneel)',
    send: 'Verzenden',
    thanks: 'Bedankt voor uw beoordeling.'
  },
  receipts: {
    sent: 'Verzonden',
    delivered: 'Bezorgd',
    read: 'Gelezen'
  },
  hours: {
    backAt: 'We zijn terug: {when}',
    away: 'Er is nu niemand.'
  },
  menu: {
    title: 'Meer',
    back: 'Terug naar de assistent',
    startOver: 'Opnieuw beginnen',
    end: 'Gesprek beëindigen',
    past: 'Eerdere gesprekken',
    transcript: 'Gesprek downloaden',
    erase: 'Mijn gegevens wissen'
  },
  ask: {
    no: 'Annuleren',
    startOver: {
      title: 'Opnieuw beginnen?',
      text: 'Dit gesprek eindigt en er begint een nieuw.',
      yes: 'Opnieuw beginnen'
    },
    end: {
      title: 'Dit gesprek beëindigen?',
      text: 'U kunt altijd een nieuw gesprek beginnen.',
      yes: 'Gesprek beëindigen'
    },
    erase: {
      title: 'Mijn gegevens wissen?',
      text: 'Alles wat in deze chat is gezegd, ook eerder, wordt voorgoed gewist. Niemand kan het terughalen.',
      yes: 'Alles wissen'
    },
    erasing: 'Uw gegevens worden gewist…'
  },
  past: {
    back: 'Terug',
    none: 'Er zijn geen eerdere gesprekken.',
    silent: 'Er is niets gezegd.',
    loading: 'Een ogenblik…'
  },
  consent: {
    title: 'Voordat we chatten',
    agree: 'Akkoord',
    decline: 'Nee, bedankt',
    more: 'Meer lezen'
  },
  launcher: {
    region: 'Chat',
    open: 'Chat openen',
    close: 'Chat sluiten',
    unread: 'Chat openen, {count} ongelezen',
    broken: 'De chat kon niet worden geladen. Probeer het opnieuw.'
  }
}
