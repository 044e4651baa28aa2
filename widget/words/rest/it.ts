import type { RestTranslation } from './en.ts'

export const it: RestTranslation = {
  earlier: 'Caricamento dei messaggi precedenti…',
  consent: {
    title: 'Prima di iniziare',
    agree: 'Accetta',
    decline: 'No, grazie',
    more: 'Leggi di più'
  },
  latest: 'Vai al più recente',
  news: '{count} nuovo messaggio|{count} nuovi messaggi',
  newFrom: 'Nuovo messaggio da {name}',
  copy: 'Copia',
  copied: 'Copiato',
  unfold: 'Mostra altro',
  fold: 'Mostra meno',
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
  image: 'Immagine',
  file: 'File',
  location: 'Luogo',
  map: 'Apri la mappa',
  cards: 'Schede',
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
  files: {
    attach: 'Allega file',
    attached: 'File da inviare',
    begun: '{name} è in caricamento',
    ready: '{name} può essere inviato',
    soon: 'Verrà inviato appena i file saranno pronti.',
    drop: 'Rilasci qui i file',
    most: 'Al massimo {count} file alla volta.',
    gone: 'è passato troppo tempo; lo alleghi di nuovo',
    why: {
      type: 'si possono inviare solo {kinds}',
      tooLarge: 'supera {size}',
      empty: 'il file è vuoto',
      broken: 'il file è danneggiato',
      pixels: 'l’immagine è troppo grande',
      tooFast: 'troppi file in poco tempo',
      notNow: 'i file si possono inviare quando risponde una persona',
      never: 'qui non si possono inviare file',
      failed: 'non è stato possibile caricarlo'
    }
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
  hours: {
    backAt: 'Torniamo: {when}',
    away: 'Al momento non c’è nessuno.'
  },
  menu: {
    back: 'Torna all’assistente',
    startOver: 'Ricomincia',
    end: 'Termina la conversazione',
    past: 'Conversazioni precedenti',
    transcript: 'Scarica la conversazione',
    window: 'Apri in una finestra',
    sound: 'Suono',
    notify: 'Avvisami',
    erase: 'Cancella i miei dati'
  },
  told: {
    noWindow: 'Il browser ha bloccato la finestra. Consenti i popup per questo sito e riprova.',
    noNotify: 'Il browser blocca le notifiche di questo sito. Puoi consentirle nelle sue impostazioni.'
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
  }
}
