import type { Translation } from './en.ts'

/** Danish. */
export const da: Translation = {
  title: 'Chat',
  close: 'Luk chatten',
  log: 'Beskeder',
  message: 'Besked',
  placeholder: 'Skriv en besked…',
  send: 'Send',
  over: '{count} tegn for langt|{count} tegn for langt',
  earlier: 'Henter tidligere beskeder…',
  latest: 'Gå til det nyeste',
  news: '{count} ny besked|{count} nye beskeder',
  newFrom: 'Ny besked fra {name}',
  copy: 'Kopiér',
  copied: 'Kopieret',
  unfold: 'Vis mere',
  fold: 'Vis mindre',
  by: '{name} sagde:',
  you: 'Du',
  bot: 'Assistent',
  agent: 'Support',
  looking: 'Vi leder efter en person…',
  empty: 'Hvordan kan vi hjælpe?',
  connecting: 'Opretter forbindelse…',
  offline: 'Du er offline. Beskeder sendes, når du er tilbage.',
  stopped: {
    version: 'Chatten er blevet opdateret. Genindlæs siden.',
    site: 'Chatten er ikke tilgængelig på denne side.',
    other: 'Noget gik galt. Genindlæs siden.'
  },
  typing: '{name} skriver…',
  sending: 'Sender…',
  waiting: 'Venter på at blive sendt',
  notSent: 'Ikke sendt',
  notHeard: 'Ikke leveret',
  retry: 'Prøv igen',
  discard: 'Fjern',
  why: {
    notStored: 'vi bliver ved med at prøve',
    tooFast: 'vi bliver ved med at prøve',
    tooLong: 'for lang',
    conflict: 'noget gik galt',
    closed: 'samtalen er afsluttet',
    quiet: 'du har bedt om en person',
    noAction: 'denne knap virker ikke længere'
  },
  handover: 'Du har bedt om en person. Vi leder efter en.',
  taken: '{name} har sluttet sig til samtalen.',
  handback: {
    agent: 'Du taler med assistenten igen.',
    nobody: 'Ingen er ledig lige nu. Assistenten fortsætter.',
    late: 'Ingen kunne komme i tide. Assistenten fortsætter.',
    bot: 'Assistenten har taget over igen.',
    visitor: 'Du taler med assistenten igen.'
  },
  closed: 'Denne samtale er afsluttet.',
  fresh: 'Start en ny samtale',
  replies: 'Foreslåede svar',
  image: 'Billede',
  file: 'Fil',
  location: 'Sted',
  map: 'Åbn kortet',
  cards: 'Kort',
  unknown: 'Denne besked kan ikke vises her.',
  submit: 'Indsend',
  answered: 'Dit svar er sendt.',
  choose: 'Vælg…',
  required: 'Udfyld dette.',
  short: 'Skriv mindst {count} tegn.|Skriv mindst {count} tegn.',
  email: 'Skriv en e-mailadresse.',
  rich: {
    show: 'Vis billedet fra {host}',
    noImage: 'Billedet kunne ikke indlæses.',
    shut: 'Luk',
    original: 'Åbn originalen',
    previous: 'Forrige',
    next: 'Næste',
    check: 'Tjek disse svar:'
  },
  rating: {
    title: 'Hvordan var denne samtale?',
    steps: {
      one: 'Meget dårlig',
      two: 'Dårlig',
      three: 'Middel',
      four: 'God',
      five: 'Meget god'
    },
    text: 'Hvad kunne vi gøre bedre? (valgfrit)',
    send: 'Send',
    thanks: 'Tak for din vurdering.'
  },
  receipts: {
    sent: 'Sendt',
    delivered: 'Leveret',
    read: 'Læst'
  },
  hours: {
    backAt: 'Vi er tilbage: {when}',
    away: 'Der er ingen her lige nu.'
  },
  menu: {
    title: 'Mere',
    back: 'Tilbage til assistenten',
    startOver: 'Start forfra',
    end: 'Afslut samtalen',
    past: 'Tidligere samtaler',
    transcript: 'Download samtalen',
    erase: 'Slet mine data'
  },
  ask: {
    no: 'Annuller',
    startOver: {
      title: 'Start forfra?',
      text: 'Denne samtale slutter, og en ny begynder.',
      yes: 'Start forfra'
    },
    end: {
      title: 'Afslut denne samtale?',
      text: 'Du kan starte en ny når som helst.',
      yes: 'Afslut samtalen'
    },
    erase: {
      title: 'Slet mine data?',
      text: 'Alt, hvad der er sagt i denne chat, også tidligere, slettes for altid. Ingen kan gendanne det.',
      yes: 'Slet alt'
    },
    erasing: 'Dine data slettes…'
  },
  past: {
    back: 'Tilbage',
    none: 'Der er ingen tidligere samtaler.',
    silent: 'Der blev ikke sagt noget.',
    loading: 'Et øjeblik…'
  },
  consent: {
    title: 'Før vi chatter',
    agree: 'Acceptér',
    decline: 'Nej tak',
    more: 'Læs mere'
  },
  launcher: {
    region: 'Chat',
    open: 'Åbn chatten',
    close: 'Luk chatten',
    unread: 'Åbn chatten, {count} ulæste',
    broken: 'Chatten kunne ikke indlæses. Prøv igen.'
  }
}
