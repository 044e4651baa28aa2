import type { Translation } from './en.ts'

/** Norwegian (Bokmål). */
export const nb: Translation = {
  title: 'Chat',
  close: 'Lukk chatten',
  more: 'Mer',
  log: 'Meldinger',
  message: 'Melding',
  placeholder: 'Skriv en melding…',
  send: 'Send',
  over: '{count} tegn for langt|{count} tegn for langt',
  by: '{name} sa:',
  you: 'Du',
  bot: 'Assistent',
  agent: 'Kundestøtte',
  looking: 'Vi leter etter en person…',
  empty: 'Hvordan kan vi hjelpe?',
  connecting: 'Kobler til…',
  offline: 'Du er frakoblet. Meldinger sendes når du er tilbake.',
  stopped: {
    version: 'Chatten er oppdatert. Last inn siden på nytt.',
    site: 'Chatten er ikke tilgjengelig på denne siden.',
    other: 'Noe gikk galt. Last inn siden på nytt.'
  },
  typing: '{name} skriver…',
  sending: 'Sender…',
  waiting: 'Venter på å bli sendt',
  handover: 'Du har bedt om en person. Vi leter etter noen.',
  taken: '{name} har blitt med i samtalen.',
  handback: {
    agent: 'Du snakker med assistenten igjen.',
    nobody: 'Ingen er ledig akkurat nå. Assistenten fortsetter.',
    late: 'Ingen kunne komme i tide. Assistenten fortsetter.',
    bot: 'Assistenten har tatt over igjen.',
    visitor: 'Du snakker med assistenten igjen.'
  },
  closed: 'Denne samtalen er avsluttet.',
  fresh: 'Start en ny samtale',
  replies: 'Foreslåtte svar',
  unknown: 'Denne meldingen kan ikke vises her.',
  receipts: {
    sent: 'Sendt',
    delivered: 'Levert',
    read: 'Lest'
  },
  launcher: {
    open: 'Åpne chatten',
    unread: 'Åpne chatten, {count} uleste'
  }
}
