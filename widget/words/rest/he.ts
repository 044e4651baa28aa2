import type { RestTranslation } from './en.ts'

export const he: RestTranslation = {
  consent: {
    title: 'לפני שנתחיל',
    agree: 'אני מסכים',
    decline: 'לא, תודה',
    more: 'קרא עוד'
  },
  latest: 'מעבר להודעה האחרונה',
  news: 'הודעה חדשה ({count})|{count} הודעות חדשות|{count} הודעות חדשות',
  newFrom: 'הודעה חדשה מאת {name}',
  copy: 'העתקה',
  copied: 'הועתק',
  unfold: 'הצגת עוד',
  fold: 'הצגת פחות',
  notSent: 'לא נשלחה',
  notHeard: 'לא נמסרה',
  retry: 'ניסיון נוסף',
  discard: 'הסרה',
  why: {
    notStored: 'אנחנו ממשיכים לנסות',
    tooFast: 'אנחנו ממשיכים לנסות',
    tooLong: 'ארוך מדי',
    conflict: 'משהו השתבש',
    closed: 'השיחה נסגרה',
    quiet: 'ביקשת לדבר עם נציג',
    noAction: 'הכפתור הזה כבר לא פעיל'
  },
  image: 'תמונה',
  file: 'קובץ',
  location: 'מיקום',
  map: 'פתיחת המפה',
  cards: 'כרטיסים',
  submit: 'שליחה',
  answered: 'התשובה שלך נשלחה.',
  choose: 'בחירה…',
  required: 'יש למלא את השדה הזה.',
  short: 'יש לכתוב תו אחד ({count}) לפחות.|יש לכתוב לפחות {count} תווים.|יש לכתוב לפחות {count} תווים.',
  email: 'יש לכתוב כתובת דוא״ל.',
  rich: {
    show: 'הצגת התמונה מ-{host}',
    noImage: 'לא ניתן לטעון את התמונה.',
    shut: 'סגירה',
    original: 'פתיחת המקור',
    previous: 'הקודם',
    next: 'הבא',
    check: 'יש לבדוק את התשובות האלה:'
  },
  rating: {
    title: 'איך הייתה השיחה?',
    steps: {
      one: 'גרועה מאוד',
      two: 'גרועה',
      three: 'סבירה',
      four: 'טובה',
      five: 'טובה מאוד'
    },
    text: 'מה נוכל לשפר? (לא חובה)',
    send: 'שליחה',
    thanks: 'תודה על הדירוג.'
  },
  hours: {
    backAt: 'נחזור: {when}',
    away: 'אין כאן אף אחד כרגע.'
  },
  menu: {
    back: 'חזרה לעוזר',
    startOver: 'התחלה מחדש',
    end: 'סיום השיחה',
    past: 'שיחות קודמות',
    transcript: 'הורדת השיחה',
    erase: 'מחיקת הנתונים שלי'
  },
  ask: {
    no: 'ביטול',
    startOver: {
      title: 'להתחיל מחדש?',
      text: 'השיחה הזו תסתיים ותתחיל שיחה חדשה.',
      yes: 'התחלה מחדש'
    },
    end: {
      title: 'לסיים את השיחה הזו?',
      text: 'אפשר להתחיל שיחה חדשה בכל עת.',
      yes: 'סיום השיחה'
    },
    erase: {
      title: 'למחוק את הנתונים שלי?',
      text: 'כל מה שנאמר בצ׳אט הזה, גם בעבר, יימחק לצמיתות. איש לא יוכל לשחזר אותו.',
      yes: 'מחיקת הכול'
    },
    erasing: 'הנתונים שלך נמחקים…'
  },
  past: {
    back: 'חזרה',
    none: 'אין שיחות קודמות.',
    silent: 'לא נאמר דבר.',
    loading: 'רק רגע…'
  }
}
