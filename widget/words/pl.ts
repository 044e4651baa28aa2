import type { Translation } from './en.ts'

/** Polish. */
export const pl: Translation = {
  title: 'Czat',
  close: 'Zamknij czat',
  log: 'Wiadomości',
  message: 'Wiadomość',
  placeholder: 'Napisz wiadomość…',
  send: 'Wyślij',
  over: 'O {count} znak za długo|O {count} znaki za długo|O {count} znaków za długo',
  earlier: 'Wczytywanie wcześniejszych wiadomości…',
  latest: 'Przejdź do najnowszej',
  news: '{count} nowa wiadomość|{count} nowe wiadomości|{count} nowych wiadomości',
  newFrom: 'Nowa wiadomość: {name}',
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  unfold: 'Pokaż więcej',
  fold: 'Pokaż mniej',
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
  notSent: 'Nie wysłano',
  notHeard: 'Nie dostarczono',
  retry: 'Spróbuj ponownie',
  discard: 'Usuń',
  why: {
    notStored: 'próbujemy dalej',
    tooFast: 'próbujemy dalej',
    tooLong: 'za długie',
    conflict: 'coś poszło nie tak',
    closed: 'rozmowa jest zakończona',
    quiet: 'czekasz na rozmowę z człowiekiem',
    noAction: 'ten przycisk już nie działa'
  },
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
  image: 'Obraz',
  file: 'Plik',
  location: 'Miejsce',
  map: 'Otwórz mapę',
  cards: 'Karty',
  unknown: 'Nie można tu wyświetlić tej wiadomości.',
  submit: 'Wyślij',
  answered: 'Odpowiedź została wysłana.',
  choose: 'Wybierz…',
  required: 'Wypełnij to pole.',
  short: 'Wpisz co najmniej {count} znak.|Wpisz co najmniej {count} znaki.|Wpisz co najmniej {count} znaków.',
  email: 'Wpisz adres e-mail.',
  rich: {
    show: 'Pokaż obraz z {host}',
    noImage: 'Nie udało się wczytać obrazu.',
    shut: 'Zamknij',
    original: 'Otwórz oryginał',
    previous: 'Poprzedni',
    next: 'Następny',
    check: 'Sprawdź te odpowiedzi:'
  },
  rating: {
    title: 'Jak oceniasz tę rozmowę?',
    steps: {
      one: 'Bardzo źle',
      two: 'Źle',
      three: 'Średnio',
      four: 'Dobrze',
      five: 'Bardzo dobrze'
    },
    text: 'Co możemy poprawić? (opcjonalnie)',
    send: 'Wyślij',
    thanks: 'Dziękujemy za ocenę.'
  },
  receipts: {
    sent: 'Wysłano',
    delivered: 'Dostarczono',
    read: 'Przeczytano'
  },
  hours: {
    backAt: 'Wracamy: {when}',
    away: 'Teraz nikogo tu nie ma.'
  },
  menu: {
    title: 'Więcej',
    back: 'Wróć do asystenta',
    startOver: 'Zacznij od nowa',
    end: 'Zakończ rozmowę',
    past: 'Wcześniejsze rozmowy',
    transcript: 'Pobierz rozmowę',
    erase: 'Usuń moje dane'
  },
  ask: {
    no: 'Anuluj',
    startOver: {
      title: 'Zacząć od nowa?',
      text: 'Ta rozmowa się zakończy i rozpocznie się nowa.',
      yes: 'Zacznij od nowa'
    },
    end: {
      title: 'Zakończyć tę rozmowę?',
      text: 'W każdej chwili możesz rozpocząć nową.',
      yes: 'Zakończ rozmowę'
    },
    erase: {
      title: 'Usunąć moje dane?',
      text: 'Wszystko, co powiedziano w tym czacie, także wcześniej, zostanie trwale usunięte. Nikt nie będzie mógł tego przywrócić.',
      yes: 'Usuń wszystko'
    },
    erasing: 'Trwa usuwanie danych…'
  },
  past: {
    back: 'Wstecz',
    none: 'Nie ma wcześniejszych rozmów.',
    silent: 'Nic nie powiedziano.',
    loading: 'Chwileczkę…'
  },
  consent: {
    title: 'Zanim zaczniemy',
    agree: 'Zgadzam się',
    decline: 'Nie, dziękuję',
    more: 'Dowiedz się więcej'
  },
  launcher: {
    region: 'Czat',
    open: 'Otwórz czat',
    close: 'Zamknij czat',
    unread: 'Otwórz czat, nieprzeczytane: {count}',
    broken: 'Nie udało się wczytać czatu. Spróbuj ponownie.'
  }
}
