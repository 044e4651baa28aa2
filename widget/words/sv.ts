import type { Translation } from './en.ts'

/** Swedish. */
export const sv: Translation = {
  title: 'Chatt',
  close: 'Stäng chatten',
  more: 'Mer',
  log: 'Meddelanden',
  message: 'Meddelande',
  placeholder: 'Skriv ett meddelande…',
  send: 'Skicka',
  over: '{count} tecken för långt|{count} tecken för långt',
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
  unknown: 'Det här meddelandet kan inte visas här.',
  receipts: {
    sent: 'Skickat',
    delivered: 'Levererat',
    read: 'Läst'
  },
  launcher: {
    open: 'Öppna chatten',
    unread: 'Öppna chatten, {count} olästa'
  }
}
