import type { Translation } from './en.ts'

/** Swedish. */
export const sv: Translation = {
  title: 'Chatt',
  close: 'Stäng chatten',
  log: 'Meddelanden',
  message: 'Meddelande',
  placeholder: 'Skriv ett meddelande…',
  send: 'Skicka',
  over: '{count} tecken för långt|{count} tecken för långt',
  earlier: 'Hämtar tidigare meddelanden…',
  latest: 'Gå till det senaste',
  news: '{count} nytt meddelande|{count} nya meddelanden',
  newFrom: 'Nytt meddelande från {name}',
  copy: 'Kopiera',
  copied: 'Kopierat',
  unfold: 'Visa mer',
  fold: 'Visa mindre',
  by: '{name} sa:',
  you: 'Du',
  bot: 'Assistent',
  agent: 'Support',
  looking: 'Vi letar efter någon…',
  empty: 'Hur kan vi hjälpa till?',
  connecting: 'Ansluter…',
  offline: 'Du är offline. Meddelanden skickas när du är tillbaka.',
  stopped: {
    version: 'Chatten har uppdaterats. Ladda om sidan.',
    site: 'Chatten är inte tillgänglig på den här sidan.',
    other: 'Något gick fel. Ladda om sidan.'
  },
  typing: '{name} skriver…',
  sending: 'Skickar…',
  waiting: 'Väntar på att skickas',
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
  handover: 'Du har bett om en person. Vi letar efter någon.',
  taken: '{name} har anslutit till konversationen.',
  handback: {
    agent: 'Du pratar med assistenten igen.',
    nobody: 'Ingen är tillgänglig just nu. Assistenten fortsätter.',
    late: 'Ingen kunde komma i tid. Assistenten fortsätter.',
    bot: 'Assistenten har tagit över igen.',
    visitor: 'Du pratar med assistenten igen.'
  },
  closed: 'Den här konversationen är avslutad.',
  fresh: 'Starta en ny konversation',
  replies: 'Föreslagna svar',
  image: 'Bild',
  file: 'Fil',
  location: 'Plats',
  map: 'Öppna kartan',
  cards: 'Kort',
  unknown: 'Det här meddelandet kan inte visas här.',
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
  receipts: {
    sent: 'Skickat',
    delivered: 'Levererat',
    read: 'Läst'
  },
  hours: {
    backAt: 'Vi är tillbaka: {when}',
    away: 'Ingen är här just nu.'
  },
  menu: {
    title: 'Mer',
    back: 'Tillbaka till assistenten',
    startOver: 'Börja om',
    end: 'Avsluta konversationen',
    past: 'Tidigare konversationer',
    transcript: 'Ladda ner konversationen',
    erase: 'Radera mina uppgifter'
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
  },
  consent: {
    title: 'Innan vi chattar',
    agree: 'Godkänn',
    decline: 'Nej tack',
    more: 'Läs mer'
  },
  launcher: {
    region: 'Chatt',
    open: 'Öppna chatten',
    close: 'Stäng chatten',
    unread: 'Öppna chatten, {count} olästa',
    broken: 'Chatten kunde inte laddas. Försök igen.'
  }
}
