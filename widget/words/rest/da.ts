import type { RestTranslation } from './en.ts'

export const da: RestTranslation = {
  earlier: 'Henter tidligere beskeder…',
  consent: {
    title: 'Før vi chatter',
    agree: 'Acceptér',
    decline: 'Nej tak',
    more: 'Læs mere'
  },
  latest: 'Gå til det nyeste',
  news: '{count} ny besked|{count} nye beskeder',
  newFrom: 'Ny besked fra {name}',
  copy: 'Kopiér',
  copied: 'Kopieret',
  unfold: 'Vis mere',
  fold: 'Vis mindre',
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
  image: 'Billede',
  file: 'Fil',
  location: 'Sted',
  map: 'Åbn kortet',
  cards: 'Kort',
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
  files: {
    attach: 'Vedhæft filer',
    attached: 'Filer, der skal sendes',
    begun: '{name} er på vej',
    ready: '{name} kan sendes',
    soon: 'Sendes, så snart filerne er klar.',
    drop: 'Slip filer her',
    most: 'Højst {count} filer ad gangen.',
    gone: 'det tog for lang tid; vedhæft filen igen',
    why: {
      type: 'kun {kinds} kan sendes',
      tooLarge: 'større end {size}',
      empty: 'filen er tom',
      broken: 'filen er beskadiget',
      pixels: 'billedet er for stort',
      tooFast: 'for mange filer på kort tid',
      notNow: 'filer kan sendes, når en person svarer',
      never: 'der kan ikke sendes filer her',
      failed: 'kunne ikke uploades'
    }
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
  hours: {
    backAt: 'Vi er tilbage: {when}',
    away: 'Der er ingen her lige nu.'
  },
  menu: {
    back: 'Tilbage til assistenten',
    startOver: 'Start forfra',
    end: 'Afslut samtalen',
    past: 'Tidligere samtaler',
    transcript: 'Download samtalen',
    window: 'Åbn i et vindue',
    sound: 'Lyd',
    notify: 'Giv mig besked',
    erase: 'Slet mine data'
  },
  told: {
    noWindow: 'Din browser blokerede vinduet. Tillad pop op-vinduer for dette websted, og prøv igen.',
    noNotify:
      'Din browser blokerer notifikationer fra dette websted. Du kan tillade dem i browserens indstillinger.'
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
  }
}
