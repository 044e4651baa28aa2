import type { Translation } from './en.ts'

/** Italian. */
export const it: Translation = {
  title: 'Chat',
  close: 'Chiudi la chat',
  more: 'Altro',
  log: 'Messaggi',
  message: 'Messaggio',
  placeholder: 'Scriva un messaggio…',
  send: 'Invia',
  over: '{count} carattere di troppo|{count} caratteri di troppo',
  by: '{name} ha detto:',
  you: 'Lei',
  bot: 'Assistente',
  agent: 'Assistenza',
  looking: 'Stiamo cercando una persona…',
  empty: 'Come possiamo aiutarla?',
  connecting: 'Connessione in corso…',
  offline: 'È offline. I messaggi verranno inviati al suo ritorno.',
  stopped: {
    version: 'Questa chat è stata aggiornata. Ricarichi la pagina.',
    site: 'La chat non è disponibile in questa pagina.',
    other: 'Qualcosa è andato storto. Ricarichi la pagina.'
  },
  typing: '{name} sta scrivendo…',
  sending: 'Invio in corso…',
  waiting: 'In attesa di invio',
  handover: 'Ha chiesto di parlare con una persona. Stiamo cercando qualcuno.',
  taken: '{name} si è unito alla conversazione.',
  handback: {
    agent: 'Sta parlando di nuovo con l’assistente.',
    nobody: 'Al momento nessuno è disponibile. L’assistente continua.',
    late: 'Nessuno è riuscito ad arrivare in tempo. L’assistente continua.',
    bot: 'L’assistente ha ripreso la conversazione.',
    visitor: 'Sta parlando di nuovo con l’assistente.'
  },
  closed: 'Questa conversazione è chiusa.',
  fresh: 'Inizia una nuova conversazione',
  replies: 'Risposte suggerite',
  unknown: 'Questo messaggio non può essere mostrato qui.',
  receipts: {
    sent: 'Inviato',
    delivered: 'Consegnato',
    read: 'Letto'
  },
  launcher: {
    open: 'Apri la chat',
    unread: 'Apri la chat, {count} non letti'
  }
}
