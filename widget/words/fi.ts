import type { Translation } from './en.ts'

/** Finnish. */
export const fi: Translation = {
  title: 'Chat',
  close: 'Sulje chat',
  log: 'Viestit',
  message: 'Viesti',
  placeholder: 'Kirjoita viesti…',
  send: 'Lähetä',
  over: '{count} merkki liikaa|{count} merkkiä liikaa',
  earlier: 'Ladataan aiempia viestejä…',
  latest: 'Siirry uusimpaan',
  news: '{count} uusi viesti|{count} uutta viestiä',
  newFrom: 'Uusi viesti: {name}',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  unfold: 'Näytä lisää',
  fold: 'Näytä vähemmän',
  by: '{name} sanoi:',
  you: 'Sinä',
  bot: 'Avustaja',
  agent: 'Tuki',
  looking: 'Etsitään henkilöä…',
  empty: 'Miten voimme auttaa?',
  connecting: 'Yhdistetään…',
  offline: 'Olet offline-tilassa. Viestit lähetetään, kun yhteys palaa.',
  stopped: {
    version: 'Chat on päivitetty. Lataa sivu uudelleen.',
    site: 'Chat ei ole käytettävissä tällä sivulla.',
    other: 'Jokin meni vikaan. Lataa sivu uudelleen.'
  },
  typing: '{name} kirjoittaa…',
  sending: 'Lähetetään…',
  waiting: 'Odottaa lähettämistä',
  notSent: 'Ei lähetetty',
  notHeard: 'Ei toimitettu',
  retry: 'Yritä uudelleen',
  discard: 'Poista',
  why: {
    notStored: 'yritämme edelleen',
    tooFast: 'yritämme edelleen',
    tooLong: 'liian pitkä',
    conflict: 'jokin meni vikaan',
    closed: 'keskustelu on päättynyt',
    quiet: 'pyysit ihmistä',
    noAction: 'tämä painike ei enää toimi'
  },
  handover: 'Pyysit ihmistä. Etsimme jotakuta.',
  taken: '{name} liittyi keskusteluun.',
  handback: {
    agent: 'Puhut taas avustajan kanssa.',
    nobody: 'Ketään ei ole nyt tavoitettavissa. Avustaja jatkaa.',
    late: 'Kukaan ei ehtinyt ajoissa. Avustaja jatkaa.',
    bot: 'Avustaja jatkaa taas keskustelua.',
    visitor: 'Puhut taas avustajan kanssa.'
  },
  closed: 'Tämä keskustelu on päättynyt.',
  fresh: 'Aloita uusi keskustelu',
  replies: 'Ehdotetut vastaukset',
  image: 'Kuva',
  file: 'Tiedosto',
  location: 'Sijainti',
  map: 'Avaa kartta',
  cards: 'Kortit',
  unknown: 'Tätä viestiä ei voi näyttää täällä.',
  submit: 'Lähetä',
  answered: 'Vastauksesi lähetettiin.',
  choose: 'Valitse…',
  required: 'Täytä tämä.',
  short: 'Kirjoita vähintään {count} merkki.|Kirjoita vähintään {count} merkkiä.',
  email: 'Kirjoita sähköpostiosoite.',
  rich: {
    show: 'Näytä kuva osoitteesta {host}',
    noImage: 'Kuvaa ei voitu ladata.',
    shut: 'Sulje',
    original: 'Avaa alkuperäinen',
    previous: 'Edellinen',
    next: 'Seuraava',
    check: 'Tarkista nämä vastaukset:'
  },
  rating: {
    title: 'Millainen tämä keskustelu oli?',
    steps: {
      one: 'Erittäin huono',
      two: 'Huono',
      three: 'Kohtalainen',
      four: 'Hyvä',
      five: 'Erittäin hyvä'
    },
    text: 'Mitä voisimme tehdä paremmin? (valinnainen)',
    send: 'Lähetä',
    thanks: 'Kiitos arviostasi.'
  },
  receipts: {
    sent: 'Lähetetty',
    delivered: 'Toimitettu',
    read: 'Luettu'
  },
  hours: {
    backAt: 'Palaamme: {when}',
    away: 'Täällä ei ole nyt ketään.'
  },
  menu: {
    title: 'Lisää',
    back: 'Takaisin avustajalle',
    startOver: 'Aloita alusta',
    end: 'Lopeta keskustelu',
    past: 'Aiemmat keskustelut',
    transcript: 'Lataa keskustelu',
    erase: 'Poista tietoni'
  },
  ask: {
    no: 'Peruuta',
    startOver: {
      title: 'Aloitetaanko alusta?',
      text: 'Tämä keskustelu päättyy ja uusi alkaa.',
      yes: 'Aloita alusta'
    },
    end: {
      title: 'Lopetetaanko tämä keskustelu?',
      text: 'Voit aloittaa uuden milloin tahansa.',
      yes: 'Lopeta keskustelu'
    },
    erase: {
      title: 'Poistetaanko tietosi?',
      text: 'Kaikki tässä chatissa sanottu, myös aiempi, poistetaan pysyvästi. Kukaan ei voi palauttaa sitä.',
      yes: 'Poista kaikki'
    },
    erasing: 'Tietojasi poistetaan…'
  },
  past: {
    back: 'Takaisin',
    none: 'Aiempia keskusteluja ei ole.',
    silent: 'Mitään ei sanottu.',
    loading: 'Hetki…'
  },
  consent: {
    title: 'Ennen keskustelua',
    agree: 'Hyväksy',
    decline: 'Ei kiitos',
    more: 'Lue lisää'
  },
  launcher: {
    region: 'Chat',
    open: 'Avaa chat',
    close: 'Sulje chat',
    unread: 'Avaa chat, {count} lukematonta',
    broken: 'Chatia ei voitu ladata. Yritä uudelleen.'
  }
}
