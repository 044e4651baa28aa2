import type { Translation } from './en.ts'

/** Hebrew. */
export const he: Translation = {
  title: 'צ׳אט',
  close: 'סגירת הצ׳אט',
  more: 'עוד',
  log: 'הודעות',
  message: 'הודעה',
  placeholder: 'כתיבת הודעה…',
  send: 'שליחה',
  over: 'תו אחד יותר מדי ({count})|{count} תווים יותר מדי|{count} תווים יותר מדי',
  by: 'הודעה מאת {name}:',
  you: 'את/ה',
  bot: 'העוזר',
  agent: 'תמיכה',
  looking: 'מחפשים עבורך נציג…',
  empty: 'איך אפשר לעזור?',
  connecting: 'מתחבר…',
  offline: 'אין חיבור לרשת. ההודעות יישלחו כשהחיבור יחזור.',
  stopped: {
    version: 'הצ׳אט עודכן. יש לטעון את הדף מחדש.',
    site: 'הצ׳אט אינו זמין בדף הזה.',
    other: 'משהו השתבש. יש לטעון את הדף מחדש.'
  },
  typing: 'מתקבלת הקלדה מאת {name}…',
  sending: 'בשליחה…',
  waiting: 'ממתינה לשליחה',
  handover: 'ביקשת לדבר עם נציג. אנחנו מחפשים מישהו.',
  taken: '{name} בשיחה מעכשיו.',
  handback: {
    agent: 'השיחה שוב עם העוזר.',
    nobody: 'אין נציג זמין כרגע. העוזר ממשיך.',
    late: 'אף נציג לא הספיק להגיע. העוזר ממשיך.',
    bot: 'העוזר חזר לשיחה.',
    visitor: 'השיחה שוב עם העוזר.'
  },
  closed: 'השיחה הזו נסגרה.',
  fresh: 'התחלת שיחה חדשה',
  replies: 'תשובות מוצעות',
  unknown: 'אי אפשר להציג כאן את ההודעה הזו.',
  receipts: {
    sent: 'נשלחה',
    delivered: 'נמסרה',
    read: 'נקראה'
  },
  launcher: {
    open: 'פתיחת הצ׳אט',
    unread: 'פתיחת הצ׳אט, {count} שלא נקראו'
  }
}
