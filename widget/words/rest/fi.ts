import type { RestTranslation } from './en.ts'

export const fi: RestTranslation = {
  earlier: 'Ladataan aiempia viestejä…',
  consent: {
    title: 'Ennen keskustelua',
    agree: 'Hyväksy',
    decline: 'Ei kiitos',
    more: 'Lue lisää'
  },
  latest: 'Siirry uusimpaan',
  news: '{count} uusi viesti|{count} uutta viestiä',
  newFrom: 'Uusi viesti: {name}',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  unfold: 'Näytä lisää',
  fold: 'Näytä vähemmän',
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
  image: 'Kuva',
  file: 'Tiedosto',
  location: 'Sijainti',
  map: 'Avaa kartta',
  cards: 'Kortit',
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
  files: {
    attach: 'Liitä tiedostoja',
    attached: 'Lähetettävät tiedostot',
    begun: '{name} on matkalla',
    ready: '{name} voidaan lähettää',
    soon: 'Lähetetään heti, kun tiedostot ovat perillä.',
    drop: 'Pudota tiedostot tähän',
    most: 'Enintään {count} tiedostoa kerralla.',
    gone: 'siinä kesti liian kauan; liitä tiedosto uudelleen',
    why: {
      type: 'vain {kinds} voidaan lähettää',
      tooLarge: 'suurempi kuin {size}',
      empty: 'tiedosto on tyhjä',
      broken: 'tiedosto on vioittunut',
      pixels: 'kuva on liian suuri',
      tooFast: 'liian monta tiedostoa lyhyessä ajassa',
      notNow: 'tiedostoja voi lähettää, kun ihminen vastaa',
      never: 'tänne ei voi lähettää tiedostoja',
      failed: 'lataaminen ei onnistunut'
    }
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
  hours: {
    backAt: 'Palaamme: {when}',
    away: 'Täällä ei ole nyt ketään.'
  },
  menu: {
    back: 'Takaisin avustajalle',
    startOver: 'Aloita alusta',
    end: 'Lopeta keskustelu',
    past: 'Aiemmat keskustelut',
    transcript: 'Lataa keskustelu',
    window: 'Avaa omaan ikkunaan',
    sound: 'Ääni',
    notify: 'Ilmoita minulle',
    erase: 'Poista tietoni'
  },
  told: {
    noWindow: 'Selain esti ikkunan avaamisen. Salli ponnahdusikkunat tällä sivustolla ja yritä uudelleen.',
    noNotify: 'Selain estää tämän sivuston ilmoitukset. Voit sallia ne selaimen asetuksissa.'
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
  }
}
