import type { RestTranslation } from './en.ts'

export const sv: RestTranslation = {
  earlier: 'Hämtar tidigare meddelanden…',
  consent: {
    title: 'Innan vi chattar',
    agree: 'Godkänn',
    decline: 'Nej tack',
    more: 'Läs mer'
  },
  latest: 'Gå till det senaste',
  news: '{count} nytt meddelande|{count} nya meddelanden',
  newFrom: 'Nytt meddelande från {name}',
  copy: 'Kopiera',
  copied: 'Kopierat',
  unfold: 'Visa mer',
  fold: 'Visa mindre',
  notSent: 'Inte skickat',
  notHeard: 'Inte levererat',
  retry: 'Försök igen',
  discard: 'Ta bort',
  why: {
    notStored: 'vi fortsätter försöka',
    tooFast: 'vi fortsätter försöka',
    tooLong: 'för långt',
    conflict: 'något gick fel',
    closed: 'konversationen är avslutad',
    quiet: 'du har bett om en person',
    noAction: 'den här knappen fungerar inte längre'
  },
  image: 'Bild',
  file: 'Fil',
  location: 'Plats',
  map: 'Öppna kartan',
  cards: 'Kort',
  submit: 'Skicka in',
  answered: 'Ditt svar har skickats.',
  choose: 'Välj…',
  required: 'Fyll i det här.',
  short: 'Skriv minst {count} tecken.|Skriv minst {count} tecken.',
  email: 'Skriv en e-postadress.',
  rich: {
    show: 'Visa bilden från {host}',
    noImage: 'Bilden kunde inte laddas.',
    shut: 'Stäng',
    original: 'Öppna originalet',
    previous: 'Föregående',
    next: 'Nästa',
    check: 'Kontrollera dessa svar:'
  },
  files: {
    attach: 'Bifoga filer',
    attached: 'Filer att skicka',
    begun: '{name} laddas upp',
    ready: '{name} kan skickas',
    soon: 'Skickas så snart filerna är klara.',
    drop: 'Släpp filer här',
    most: 'Högst {count} filer åt gången.',
    gone: 'det tog för lång tid; bifoga filen igen',
    why: {
      type: 'bara {kinds} kan skickas',
      tooLarge: 'större än {size}',
      empty: 'filen är tom',
      broken: 'filen är skadad',
      pixels: 'bilden är för stor',
      tooFast: 'för många filer på kort tid',
      notNow: 'filer kan skickas när en person svarar',
      never: 'filer kan inte skickas här',
      failed: 'kunde inte laddas upp'
    }
  },
  rating: {
    title: 'Hur var den här konversationen?',
    steps: {
      one: 'Mycket dålig',
      two: 'Dålig',
      three: 'Okej',
      four: 'Bra',
      five: 'Mycket bra'
    },
    text: 'Vad kan vi göra bättre? (valfritt)',
    send: 'Skicka',
    thanks: 'Tack för ditt betyg.'
  },
  hours: {
    backAt: 'Vi är tillbaka: {when}',
    away: 'Ingen är här just nu.'
  },
  menu: {
    back: 'Tillbaka till assistenten',
    startOver: 'Börja om',
    end: 'Avsluta konversationen',
    past: 'Tidigare konversationer',
    transcript: 'Ladda ner konversationen',
    window: 'Öppna i ett fönster',
    sound: 'Ljud',
    notify: 'Meddela mig',
    erase: 'Radera mina uppgifter'
  },
  told: {
    noWindow: 'Webbläsaren blockerade fönstret. Tillåt popup-fönster för webbplatsen och försök igen.',
    noNotify:
      'Webbläsaren blockerar aviseringar från den här webbplatsen. Du kan tillåta dem i dess inställningar.'
  },
  ask: {
    no: 'Avbryt',
    startOver: {
      title: 'Börja om?',
      text: 'Den här konversationen avslutas och en ny börjar.',
      yes: 'Börja om'
    },
    end: {
      title: 'Avsluta den här konversationen?',
      text: 'Du kan starta en ny när som helst.',
      yes: 'Avsluta konversationen'
    },
    erase: {
      title: 'Radera mina uppgifter?',
      text: 'Allt som har sagts i den här chatten, även tidigare, raderas för gott. Ingen kan återställa det.',
      yes: 'Radera allt'
    },
    erasing: 'Dina uppgifter raderas…'
  },
  past: {
    back: 'Tillbaka',
    none: 'Det finns inga tidigare konversationer.',
    silent: 'Ingenting sades.',
    loading: 'Ett ögonblick…'
  }
}
