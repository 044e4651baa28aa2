import type { Translation } from './en.ts'

/** Czech. */
export const cs: Translation = {
  title: 'Chat',
  close: 'Zavřít chat',
  more: 'Více',
  log: 'Zprávy',
  message: 'Zpráva',
  placeholder: 'Napište zprávu…',
  send: 'Odeslat',
  over: 'O {count} znak delší|O {count} znaky delší|O {count} znaků delší',
  by: 'Zpráva od: {name}.',
  you: 'Vy',
  bot: 'Asistent',
  agent: 'Podpora',
  looking: 'Hledáme někoho…',
  empty: 'Jak vám můžeme pomoci?',
  connecting: 'Připojování…',
  offline: 'Jste offline. Zprávy se odešlou, až budete zase připojeni.',
  stopped: {
    version: 'Chat byl aktualizován. Načtěte prosím stránku znovu.',
    site: 'Chat není na této stránce k dispozici.',
    other: 'Něco se pokazilo. Načtěte prosím stránku znovu.'
  },
  typing: '{name} píše…',
  sending: 'Odesílání…',
  waiting: 'Čeká na odeslání',
  handover: 'Požádali jste o člověka. Někoho hledáme.',
  taken: '{name} se připojuje ke konverzaci.',
  handback: {
    agent: 'Znovu mluvíte s asistentem.',
    nobody: 'Teď není nikdo k dispozici. Pokračuje asistent.',
    late: 'Nikdo nestihl přijít včas. Pokračuje asistent.',
    bot: 'Asistent znovu převzal konverzaci.',
    visitor: 'Znovu mluvíte s asistentem.'
  },
  closed: 'Tato konverzace je ukončena.',
  fresh: 'Začít novou konverzaci',
  replies: 'Navržené odpovědi',
  unknown: 'Tuto zprávu zde nelze zobrazit.',
  receipts: {
    sent: 'Odesláno',
    delivered: 'Doručeno',
    read: 'Přečteno'
  },
  launcher: {
    open: 'Otevřít chat',
    unread: 'Otevřít chat, nepřečtené: {count}'
  }
}
