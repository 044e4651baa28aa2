import type { Translation } from './en.ts'

/** Czech. */
export const cs: Translation = {
  title: 'Chat',
  close: 'Zavřít chat',
  log: 'Zprávy',
  message: 'Zpráva',
  placeholder: 'Napište zprávu…',
  send: 'Odeslat',
  over: 'O {count} znak delší|O {count} znaky delší|O {count} znaků delší',
  earlier: 'Načítání starších zpráv…',
  latest: 'Přejít na nejnovější',
  news: '{count} nová zpráva|{count} nové zprávy|{count} nových zpráv',
  newFrom: 'Nová zpráva: {name}',
  copy: 'Kopírovat',
  copied: 'Zkopírováno',
  unfold: 'Zobrazit více',
  fold: 'Zobrazit méně',
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
  notSent: 'Neodesláno',
  notHeard: 'Nedoručeno',
  retry: 'Zkusit znovu',
  discard: 'Odstranit',
  why: {
    notStored: 'zkoušíme to dál',
    tooFast: 'zkoušíme to dál',
    tooLong: 'příliš dlouhé',
    conflict: 'něco se pokazilo',
    closed: 'konverzace je ukončena',
    quiet: 'požádali jste o člověka',
    noAction: 'toto tlačítko už nefunguje'
  },
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
  image: 'Obrázek',
  file: 'Soubor',
  location: 'Místo',
  map: 'Otevřít mapu',
  cards: 'Karty',
  unknown: 'Tuto zprávu zde nelze zobrazit.',
  submit: 'Odeslat',
  answered: 'Vaše odpověď byla odeslána.',
  choose: 'Vyberte…',
  required: 'Vyplňte prosím toto pole.',
  short: 'Napište alespoň {count} znak.|Napište alespoň {count} znaky.|Napište alespoň {count} znaků.',
  email: 'Napište prosím e-mailovou adresu.',
  rich: {
    show: 'Zobrazit obrázek z {host}',
    noImage: 'Obrázek se nepodařilo načíst.',
    shut: 'Zavřít',
    original: 'Otevřít originál',
    previous: 'Předchozí',
    next: 'Další',
    check: 'Zkontrolujte prosím tyto odpovědi:'
  },
  rating: {
    title: 'Jak hodnotíte tuto konverzaci?',
    steps: {
      one: 'Velmi špatně',
      two: 'Špatně',
      three: 'Průměrně',
      four: 'Dobře',
      five: 'Velmi dobře'
    },
    text: 'Co bychom mohli zlepšit? (nepovinné)',
    send: 'Odeslat',
    thanks: 'Děkujeme za hodnocení.'
  },
  receipts: {
    sent: 'Odesláno',
    delivered: 'Doručeno',
    read: 'Přečteno'
  },
  hours: {
    backAt: 'Jsme zpět: {when}',
    away: 'Teď tu nikdo není.'
  },
  menu: {
    title: 'Více',
    back: 'Zpět k asistentovi',
    startOver: 'Začít znovu',
    end: 'Ukončit konverzaci',
    past: 'Dřívější konverzace',
    transcript: 'Stáhnout konverzaci',
    erase: 'Smazat moje údaje'
  },
  ask: {
    no: 'Zrušit',
    startOver: {
      title: 'Začít znovu?',
      text: 'Tato konverzace skončí a začne nová.',
      yes: 'Začít znovu'
    },
    end: {
      title: 'Ukončit tuto konverzaci?',
      text: 'Novou můžete začít kdykoli.',
      yes: 'Ukončit konverzaci'
    },
    erase: {
      title: 'Smazat moje údaje?',
      text: 'Vše, co bylo v tomto chatu řečeno, i dříve, bude navždy smazáno. Nikdo to nedokáže obnovit.',
      yes: 'Smazat vše'
    },
    erasing: 'Vaše údaje se mažou…'
  },
  past: {
    back: 'Zpět',
    none: 'Žádné dřívější konverzace nejsou.',
    silent: 'Nic nebylo řečeno.',
    loading: 'Okamžik…'
  },
  consent: {
    title: 'Než začneme',
    agree: 'Souhlasím',
    decline: 'Ne, děkuji',
    more: 'Více informací'
  },
  launcher: {
    region: 'Chat',
    open: 'Otevřít chat',
    close: 'Zavřít chat',
    unread: 'Otevřít chat, nepřečtené: {count}',
    broken: 'Chat se nepodařilo načíst. Zkuste to prosím znovu.'
  }
}
