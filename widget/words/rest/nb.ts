import type { RestTranslation } from './en.ts'

export const nb: RestTranslation = {
  earlier: 'Henter tidligere meldinger…',
  consent: {
    title: 'Før vi chatter',
    agree: 'Godta',
    decline: 'Nei takk',
    more: 'Les mer'
  },
  latest: 'Gå til det nyeste',
  news: '{count} ny melding|{count} nye meldinger',
  newFrom: 'Ny melding fra {name}',
  copy: 'Kopier',
  copied: 'Kopiert',
  unfold: 'Vis mer',
  fold: 'Vis mindre',
  notSent: 'Ikke sendt',
  notHeard: 'Ikke levert',
  retry: 'Prøv igjen',
  discard: 'Fjern',
  why: {
    notStored: 'vi fortsetter å prøve',
    tooFast: 'vi fortsetter å prøve',
    tooLong: 'for lang',
    conflict: 'noe gikk galt',
    closed: 'samtalen er avsluttet',
    quiet: 'du har bedt om en person',
    noAction: 'denne knappen virker ikke lenger'
  },
  image: 'Bilde',
  file: 'Fil',
  location: 'Sted',
  map: 'Åpne kartet',
  cards: 'Kort',
  submit: 'Send inn',
  answered: 'Svaret ditt er sendt.',
  choose: 'Velg…',
  required: 'Fyll ut dette.',
  short: 'Skriv minst {count} tegn.|Skriv minst {count} tegn.',
  email: 'Skriv en e-postadresse.',
  rich: {
    show: 'Vis bildet fra {host}',
    noImage: 'Bildet kunne ikke lastes inn.',
    shut: 'Lukk',
    original: 'Åpne originalen',
    previous: 'Forrige',
    next: 'Neste',
    check: 'Sjekk disse svarene:'
  },
  files: {
    attach: 'Legg ved filer',
    attached: 'Filer som skal sendes',
    begun: '{name} er på vei',
    ready: '{name} kan sendes',
    soon: 'Sendes så snart filene er klare.',
    drop: 'Slipp filer her',
    most: 'Høyst {count} filer om gangen.',
    gone: 'det tok for lang tid; legg ved filen på nytt',
    why: {
      type: 'bare {kinds} kan sendes',
      tooLarge: 'større enn {size}',
      empty: 'filen er tom',
      broken: 'filen er skadet',
      pixels: 'bildet er for stort',
      tooFast: 'for mange filer på kort tid',
      notNow: 'filer kan sendes når en person svarer',
      never: 'filer kan ikke sendes her',
      failed: 'kunne ikke lastes opp'
    }
  },
  rating: {
    title: 'Hvordan var denne samtalen?',
    steps: {
      one: 'Svært dårlig',
      two: 'Dårlig',
      three: 'Middels',
      four: 'God',
      five: 'Svært god'
    },
    text: 'Hva kan vi gjøre bedre? (valgfritt)',
    send: 'Send',
    thanks: 'Takk for vurderingen.'
  },
  hours: {
    backAt: 'Vi er tilbake: {when}',
    away: 'Ingen er her akkurat nå.'
  },
  menu: {
    back: 'Tilbake til assistenten',
    startOver: 'Start på nytt',
    end: 'Avslutt samtalen',
    past: 'Tidligere samtaler',
    transcript: 'Last ned samtalen',
    window: 'Åpne i et vindu',
    sound: 'Lyd',
    notify: 'Varsle meg',
    erase: 'Slett dataene mine'
  },
  told: {
    noWindow: 'Nettleseren blokkerte vinduet. Tillat forgrunnsvinduer for dette nettstedet, og prøv igjen.',
    noNotify: 'Nettleseren blokkerer varsler fra dette nettstedet. Du kan tillate dem i innstillingene.'
  },
  ask: {
    no: 'Avbryt',
    startOver: {
      title: 'Starte på nytt?',
      text: 'Denne samtalen avsluttes, og en ny begynner.',
      yes: 'Start på nytt'
    },
    end: {
      title: 'Avslutte denne samtalen?',
      text: 'Du kan starte en ny når som helst.',
      yes: 'Avslutt samtalen'
    },
    erase: {
      title: 'Slette dataene mine?',
      text: 'Alt som er sagt i denne chatten, også tidligere, slettes for godt. Ingen kan hente det tilbake.',
      yes: 'Slett alt'
    },
    erasing: 'Dataene dine slettes…'
  },
  past: {
    back: 'Tilbake',
    none: 'Det finnes ingen tidligere samtaler.',
    silent: 'Ingenting ble sagt.',
    loading: 'Et øyeblikk…'
  }
}
