import type { RestTranslation } from './en.ts'

export const pl: RestTranslation = {
  earlier: 'Wczytywanie wcześniejszych wiadomości…',
  consent: {
    title: 'Zanim zaczniemy',
    agree: 'Zgadzam się',
    decline: 'Nie, dziękuję',
    more: 'Dowiedz się więcej'
  },
  latest: 'Przejdź do najnowszej',
  news: '{count} nowa wiadomość|{count} nowe wiadomości|{count} nowych wiadomości',
  newFrom: 'Nowa wiadomość: {name}',
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  unfold: 'Pokaż więcej',
  fold: 'Pokaż mniej',
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
  image: 'Obraz',
  file: 'Plik',
  location: 'Miejsce',
  map: 'Otwórz mapę',
  cards: 'Karty',
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
  files: {
    attach: 'Załącz pliki',
    attached: 'Pliki do wysłania',
    begun: 'Trwa przesyłanie: {name}',
    ready: 'Można wysłać: {name}',
    soon: 'Wyślemy, gdy tylko pliki będą gotowe.',
    drop: 'Upuść pliki tutaj',
    most: 'Najwyżej {count} plików naraz.',
    gone: 'trwało to zbyt długo; załącz plik ponownie',
    why: {
      type: 'można wysłać tylko {kinds}',
      tooLarge: 'większy niż {size}',
      empty: 'plik jest pusty',
      broken: 'plik jest uszkodzony',
      pixels: 'obraz jest za duży',
      tooFast: 'zbyt wiele plików w krótkim czasie',
      notNow: 'pliki można wysyłać, gdy odpowiada człowiek',
      never: 'tutaj nie można wysyłać plików',
      failed: 'nie udało się przesłać'
    }
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
  hours: {
    backAt: 'Wracamy: {when}',
    away: 'Teraz nikogo tu nie ma.'
  },
  menu: {
    back: 'Wróć do asystenta',
    startOver: 'Zacznij od nowa',
    end: 'Zakończ rozmowę',
    past: 'Wcześniejsze rozmowy',
    transcript: 'Pobierz rozmowę',
    window: 'Otwórz w oknie',
    sound: 'Dźwięk',
    notify: 'Powiadamiaj mnie',
    erase: 'Usuń moje dane'
  },
  told: {
    noWindow: 'Przeglądarka zablokowała okno. Zezwól tej witrynie na wyskakujące okna i spróbuj ponownie.',
    noNotify: 'Przeglądarka blokuje powiadomienia z tej witryny. Można na nie zezwolić w jej ustawieniach.'
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
  }
}
