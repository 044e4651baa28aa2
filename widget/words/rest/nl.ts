import type { RestTranslation } from './en.ts'

export const nl: RestTranslation = {
  earlier: 'Eerdere berichten laden…',
  consent: {
    title: 'Voordat we chatten',
    agree: 'Akkoord',
    decline: 'Nee, bedankt',
    more: 'Meer lezen'
  },
  latest: 'Naar het nieuwste',
  news: '{count} nieuw bericht|{count} nieuwe berichten',
  newFrom: 'Nieuw bericht van {name}',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  unfold: 'Meer tonen',
  fold: 'Minder tonen',
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
  image: 'Afbeelding',
  file: 'Bestand',
  location: 'Locatie',
  map: 'Kaart openen',
  cards: 'Kaarten',
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
  files: {
    attach: 'Bestanden toevoegen',
    attached: 'Te verzenden bestanden',
    begun: '{name} wordt geüpload',
    ready: '{name} kan worden verzonden',
    soon: 'Wordt verzonden zodra de bestanden er zijn.',
    drop: 'Zet bestanden hier neer',
    most: 'Maximaal {count} bestanden tegelijk.',
    gone: 'het duurde te lang; voeg het bestand opnieuw toe',
    why: {
      type: 'alleen {kinds} kunnen worden verzonden',
      tooLarge: 'groter dan {size}',
      empty: 'het bestand is leeg',
      broken: 'het bestand is beschadigd',
      pixels: 'de afbeelding is te groot',
      tooFast: 'te veel bestanden in korte tijd',
      notNow: 'bestanden kunnen worden verzonden als een medewerker antwoordt',
      never: 'hier kunnen geen bestanden worden verzonden',
      failed: 'kon niet worden geüpload'
    }
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
  hours: {
    backAt: 'We zijn terug: {when}',
    away: 'Er is nu niemand.'
  },
  menu: {
    back: 'Terug naar de assistent',
    startOver: 'Opnieuw beginnen',
    end: 'Gesprek beëindigen',
    past: 'Eerdere gesprekken',
    transcript: 'Gesprek downloaden',
    window: 'Openen in een venster',
    sound: 'Geluid',
    notify: 'Meldingen',
    erase: 'Mijn gegevens wissen'
  },
  told: {
    noWindow:
      'Je browser heeft het venster geblokkeerd. Sta pop-ups voor deze site toe en probeer het opnieuw.',
    noNotify: 'Je browser blokkeert meldingen van deze site. Je kunt ze toestaan in de instellingen.'
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
  }
}
