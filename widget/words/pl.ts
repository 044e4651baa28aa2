import type { Translation } from './en.ts'

/** Polish. */
export const pl: Translation = {
  title: 'Czat',
  close: 'Zamknij czat',
  more: 'Więcej',
  log: 'Wiadomości',
  message: 'Wiadomość',
  placeholder: 'Napisz wiadomość…',
  send: 'Wyślij',
  over: 'O {count} znak za długo|O {count} znaki za długo|O {count} znaków za długo',
  by: 'Wiadomość od: {name}.',
  you: 'Ty',
  bot: 'Asystent',
  agent: 'Obsługa',
  looking: 'Szukamy konsultanta…',
  empty: 'Jak możemy pomóc?',
  connecting: 'Łączenie…',
  offline: 'Jesteś offline. Wiadomości zostaną wysłane po powrocie połączenia.',
  stopped: {
    version: 'Czat został zaktualizowany. Odśwież stronę.',
    site: 'Czat nie jest dostępny na tej stronie.',
    other: 'Coś poszło nie tak. Odśwież stronę.'
  },
  typing: '{name} pisze…',
  sending: 'Wysyłanie…',
  waiting: 'Oczekuje na wysłanie',
  handover: 'Szukamy osoby, która z Tobą porozmawia.',
  taken: '{name} dołącza do rozmowy.',
  handback: {
    agent: 'Znowu rozmawiasz z asystentem.',
    nobody: 'Nikt nie jest teraz dostępny. Asystent kontynuuje.',
    late: 'Nikt nie zdążył dołączyć. Asystent kontynuuje.',
    bot: 'Asystent znowu przejął rozmowę.',
    visitor: 'Znowu rozmawiasz z asystentem.'
  },
  closed: 'Ta rozmowa jest zakończona.',
  fresh: 'Rozpocznij nową rozmowę',
  replies: 'Sugerowane odpowiedzi',
  unknown: 'Nie można tu wyświetlić tej wiadomości.',
  receipts: {
    sent: 'Wysłano',
    delivered: 'Dostarczono',
    read: 'Przeczytano'
  },
  launcher: {
    open: 'Otwórz czat',
    unread: 'Otwórz czat, nieprzeczytane: {count}'
  }
}
