import type { Translation } from './en.ts'

/** Danish. */
export const da: Translation = {
  title: 'Chat',
  close: 'Luk chatten',
  more: 'Mere',
  log: 'Beskeder',
  message: 'Besked',
  placeholder: 'Skriv en besked…',
  send: 'Send',
  over: '{count} tegn for langt|{count} tegn for langt',
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
  unknown: 'Denne besked kan ikke vises her.',
  receipts: {
    sent: 'Sendt',
    delivered: 'Leveret',
    read: 'Læst'
  },
  launcher: {
    open: 'Åbn chatten',
    unread: 'Åbn chatten, {count} ulæste'
  }
}
