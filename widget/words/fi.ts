import type { Translation } from './en.ts'

/** Finnish. */
export const fi: Translation = {
  title: 'Chat',
  close: 'Sulje chat',
  more: 'Lisää',
  log: 'Viestit',
  message: 'Viesti',
  placeholder: 'Kirjoita viesti…',
  send: 'Lähetä',
  over: '{count} merkki liikaa|{count} merkkiä liikaa',
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
  unknown: 'Tätä viestiä ei voi näyttää täällä.',
  receipts: {
    sent: 'Lähetetty',
    delivered: 'Toimitettu',
    read: 'Luettu'
  },
  launcher: {
    open: 'Avaa chat',
    unread: 'Avaa chat, {count} lukematonta'
  }
}
