import type { RestTranslation } from './en.ts'

export const cs: RestTranslation = {
  earlier: 'Načítání starších zpráv…',
  consent: {
    title: 'Než začneme',
    agree: 'Souhlasím',
    decline: 'Ne, děkuji',
    more: 'Více informací'
  },
  latest: 'Přejít na nejnovější',
  news: '{count} nová zpráva|{count} nové zprávy|{count} nových zpráv',
  newFrom: 'Nová zpráva: {name}',
  copy: 'Kopírovat',
  copied: 'Zkopírováno',
  unfold: 'Zobrazit více',
  fold: 'Zobrazit méně',
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
  image: 'Obrázek',
  file: 'Soubor',
  location: 'Místo',
  map: 'Otevřít mapu',
  cards: 'Karty',
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
  files: {
    attach: 'Přiložit soubory',
    attached: 'Soubory k odeslání',
    begun: '{name} se nahrává',
    ready: '{name} lze odeslat',
    soon: 'Odešle se, jakmile budou soubory nahrané.',
    drop: 'Soubory pusťte sem',
    most: 'Nejvýše {count} souborů najednou.',
    gone: 'trvalo to příliš dlouho; přiložte soubor prosím znovu',
    why: {
      type: 'lze odeslat jen {kinds}',
      tooLarge: 'větší než {size}',
      empty: 'soubor je prázdný',
      broken: 'soubor je poškozený',
      pixels: 'obrázek je příliš velký',
      tooFast: 'příliš mnoho souborů za krátkou dobu',
      notNow: 'soubory lze posílat, když odpovídá člověk',
      never: 'soubory sem posílat nelze',
      failed: 'nepodařilo se nahrát'
    }
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
  hours: {
    backAt: 'Jsme zpět: {when}',
    away: 'Teď tu nikdo není.'
  },
  menu: {
    back: 'Zpět k asistentovi',
    startOver: 'Začít znovu',
    end: 'Ukončit konverzaci',
    past: 'Dřívější konverzace',
    transcript: 'Stáhnout konverzaci',
    window: 'Otevřít v okně',
    sound: 'Zvuk',
    notify: 'Upozornit mě',
    erase: 'Smazat moje údaje'
  },
  told: {
    noWindow: 'Prohlížeč zablokoval okno. Povolte tomuto webu vyskakovací okna a zkuste to znovu.',
    noNotify: 'Prohlížeč blokuje oznámení z tohoto webu. Povolit je můžete v jeho nastavení.'
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
  }
}
