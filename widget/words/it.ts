import type { Translation } from './en.ts'

/** Italian. */
export const it: Translation = {
  title: 'Chat',
  close: 'Chiudi la chat',
  log: 'Messaggi',
  message: 'Messaggio',
  placeholder: 'Scriva un messaggio…',
  send: 'Invia',
  over: '{count} carattere di troppo|{count} caratteri di troppo',
  earlier: 'Caricamento dei messaggi precedenti…',
  latest: 'Vai al più recente',
  news: '{count} nuovo messaggio|{count} nuovi messaggi',
  newFrom: 'Nuovo messaggio da {name}',
  copy: 'Copia',
  copied: 'Copiato',
  unfold: 'Mostra altro',
  fold: 'Mostra meno',
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
  notSent: 'Non inviato',
  notHeard: 'Non consegnato',
  retry: 'Riprova',
  discard: 'Rimuovi',
  why: {
    notStored: 'continuiamo a provare',
    tooFast: 'continuiamo a provare',
    tooLong: 'troppo lungo',
    conflict: 'qualcosa è andato storto',
    closed: 'la conversazione è chiusa',
    quiet: 'ha chiesto di parlare con una persona',
    noAction: 'questo pulsante non funziona più'
  },
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
  image: 'Immagine',
  file: 'File',
  location: 'Luogo',
  map: 'Apri la mappa',
  cards: 'Schede',
  unknown: 'Questo messaggio non può essere mostrato qui.',
  submit: 'Invia',
  answered: 'La sua risposta è stata inviata.',
  choose: 'Scelga…',
  required: 'Compili questo campo.',
  short: 'Scriva almeno {count} carattere.|Scriva almeno {count} caratteri.',
  email: 'Inserisca un indirizzo e-mail.',
  rich: {
    show: 'Mostra l’immagine da {host}',
    noImage: 'Impossibile caricare l’immagine.',
    shut: 'Chiudi',
    original: 'Apri l’originale',
    previous: 'Precedente',
    next: 'Successivo',
    check: 'Controlli queste risposte:'
  },
  rating: {
    title: 'Com’è andata questa conversazione?',
    steps: {
      one: 'Molto male',
      two: 'Male',
      three: 'Così così',
      four: 'Bene',
      five: 'Molto bene'
    },
    text: 'Che cosa potremmo migliorare? (facoltativo)',
    send: 'Invia',
    thanks: 'Grazie per la sua valutazione.'
  },
  receipts: {
    sent: 'Inviato',
    delivered: 'Consegnato',
    read: 'Letto'
  },
  hours: {
    backAt: 'Torniamo: {when}',
    away: 'Al momento non c’è nessuno.'
  },
  menu: {
    title: 'Altro',
    back: 'Torna all’assistente',
    startOver: 'Ricomincia',
    end: 'Termina la conversazione',
    past: 'Conversazioni precedenti',
    transcript: 'Scarica la conversazione',
    erase: 'Cancella i miei dati'
  },
  ask: {
    no: 'Annulla',
    startOver: {
      title: 'Ricominciare?',
      text: 'Questa conversazione finisce e ne inizia una nuova.',
      yes: 'Ricomincia'
    },
    end: {
      title: 'Terminare questa conversazione?',
      text: 'Può iniziarne una nuova in qualsiasi momento.',
      yes: 'Termina la conversazione'
    },
    erase: {
      title: 'Cancellare i miei dati?',
      text: 'Tutto ciò che è stato detto in questa chat, anche in passato, verrà cancellato per sempre. Nessuno potrà recuperarlo.',
      yes: 'Cancella tutto'
    },
    erasing: 'Cancellazione dei dati in corso…'
  },
  past: {
    back: 'Indietro',
    none: 'Non ci sono conversazioni precedenti.',
    silent: 'Non è stato detto nulla.',
    loading: 'Un momento…'
  },
  consent: {
    title: 'Prima di iniziare',
    agree: 'Accetta',
    decline: 'No, grazie',
    more: 'Leggi di più'
  },
  launcher: {
    region: 'Chat',
    open: 'Apri la chat',
    close: 'Chiudi la chat',
    unread: 'Apri la chat, {count} non letti',
    broken: 'Impossibile caricare la chat. Riprovi.'
  }
}
